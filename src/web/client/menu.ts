// An open menu closes when one looks elsewhere: at a click outside, and by Escape, which leads back to its name.
export function closeMenus(): void {
  const open = () =>
    document.querySelector<HTMLDetailsElement>('details:is(.account, .menu)[open]');
  document.addEventListener('click', ({ target }) => {
    const menu = open();
    if (menu && target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  document.addEventListener('keydown', ({ key }) => {
    const menu = open();
    if (key !== 'Escape' || !menu) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  });
}
