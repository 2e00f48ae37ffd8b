// Reads settings one by one and collects, in words a person can act on, what is wrong with them.

export type Environment = Record<string, string | undefined>;
export type SettingReader = ReturnType<typeof settingReader>;

/** Reads one setting at a time and collects what is wrong with it. An empty setting counts as unset. */
export function settingReader(environment: Environment) {
  const faults: string[] = [];
  const text = (name: string): string | null => environment[name]?.trim() || null;
  const fault = (sentence: string): void => void faults.push(sentence);
  return {
    faults,
    fault,
    text,
    number: (name: string, otherwise: number, least: number, most: number): number => {
      const value = Number(text(name) ?? otherwise);
      if (Number.isInteger(value) && value >= least && value <= most) return value;
      fault(`${name} must be a whole number from ${least} to ${most}, not "${text(name)}".`);
      return otherwise;
    },
    choice: <Choice extends string>(name: string, choices: Choice[], otherwise: Choice): Choice => {
      const value = text(name) ?? otherwise;
      const choice = choices.find((one) => one === value);
      if (!choice) fault(`${name} must be one of ${choices.join(', ')}, not "${value}".`);
      return choice ?? otherwise;
    },
    url: (name: string, protocols: string[]): string | null => {
      const value = text(name);
      if (value === null) return null;
      if (URL.canParse(value) && protocols.includes(new URL(value).protocol))
        return value.replace(/\/+$/, '');
      fault(
        `${name} must be an address that begins with ${protocols.map((one) => `${one}//`).join(' or ')}.`,
      );
      return null;
    },
    list: (name: string, isEntry: (entry: string) => boolean): string[] | null => {
      const entries = text(name)
        ?.split(/[\s,]+/)
        .filter(Boolean)
        .map((entry) => entry.toLowerCase());
      const odd = entries?.filter((entry) => !isEntry(entry)) ?? [];
      if (odd.length > 0)
        fault(`${name} has entries that are not e-mail addresses: ${odd.join(', ')}.`);
      return entries ?? null;
    },
  };
}
