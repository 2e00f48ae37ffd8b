// One measured number, as `npm run bench` prints it.

export type Figure = { name: string; value: number; unit: string; target?: string; met?: boolean };
