// The sandbox's look: quiet greys, one accent, system fonts. Colours are pairs for light and dark; text keeps a
// contrast of 4.5 on every ground it stands on here.

export const style = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f4f5f7, #15171b);
  --surface: light-dark(#ffffff, #1e2126);
  --raised: light-dark(#eceef2, #2a2e35);
  --line: light-dark(#d5d9e0, #383d46);
  --edge: light-dark(#858d9b, #737b89);
  --text: light-dark(#1c2128, #e8eaee);
  --quiet: light-dark(#57606e, #a3abb8);
  --accent: light-dark(#1f5fa8, #8dbcf2);
  --on-accent: light-dark(#ffffff, #0e1a28);
  --tint: light-dark(#e6f0fb, #203247);
  --warning: light-dark(#8a4b08, #f0b571);
  --warning-tint: light-dark(#fdf1e1, #3a2c1a);
  --radius: 10px;
}
* { box-sizing: border-box; }
body {
  margin: 0; min-height: 100vh; background: var(--ground); color: var(--text);
  font: 16px/1.5 system-ui, sans-serif;
}
h1 { margin: 0 0 .25rem; font-size: 1.375rem; line-height: 1.25; font-weight: 600; text-wrap: balance; }
h2 { margin: 0 0 .5rem; font-size: 1rem; font-weight: 600; }
p { margin: 0 0 .75rem; }
a { color: var(--accent); }
small, .quiet { color: var(--quiet); font-size: .875rem; }
code { font: .875em ui-monospace, monospace; overflow-wrap: anywhere; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }

.bar {
  display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: baseline; padding: .625rem 1rem;
  background: var(--warning-tint); color: var(--warning); font-size: .875rem;
}
.bar .mark { margin: 0; }
.bar nav { display: flex; gap: 1rem; margin-left: auto; }
.bar a { color: inherit; }
main.narrow { max-width: 29rem; margin: 0 auto; padding: clamp(1rem, 6vh, 4rem) 1rem 3rem; }
main.wide { padding: 1rem; }

.card {
  padding: 1.5rem; border: 1px solid var(--line); border-radius: var(--radius); background: var(--surface);
}
.rows { list-style: none; margin: 1.25rem 0 0; padding: 0; border-top: 1px solid var(--line); }
.rows > li { border-bottom: 1px solid var(--line); }
.rows a, .rows label { display: flex; gap: .75rem; align-items: center; padding: .75rem .25rem; }
.rows a { color: inherit; text-decoration: none; }
.rows a:hover, .rows label:hover { background: var(--tint); }
.rows label { align-items: flex-start; cursor: pointer; }
.rows .two { display: grid; min-width: 0; overflow-wrap: anywhere; }
.account {
  display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; margin: 1rem 0;
  padding: .75rem; border: 1px solid var(--line); border-radius: 6px;
}
.account .two { display: grid; flex: 1 1 9rem; min-width: 0; overflow-wrap: anywhere; line-height: 1.35; }
fieldset { margin: 1.25rem 0 0; padding: 0; border: 0; min-width: 0; }
legend { padding: 0; font-weight: 600; }
fieldset .rows { margin-top: .5rem; }
.face {
  flex: none; display: grid; place-items: center; width: 2.25rem; height: 2.25rem; border-radius: 50%;
  background: var(--tint); color: var(--accent); font-weight: 600;
}

input, select, textarea, button { font: inherit; color: inherit; }
input:is([type='text'], [type='email'], [type='date'], [type='time'], [type='datetime-local'], :not([type])), select, textarea {
  padding: .5rem .625rem; border: 1px solid var(--edge); border-radius: 6px; background: var(--surface);
}
input:is([type='checkbox'], [type='radio']) { flex: none; width: 1.125rem; height: 1.125rem; margin: .1875rem 0 0; accent-color: var(--accent); }
button, .button {
  display: inline-block; padding: .5rem 1.125rem; border: 1px solid var(--edge); border-radius: 6px;
  background: var(--surface); color: var(--text); text-decoration: none; cursor: pointer;
}
button:hover, .button:hover { background: var(--raised); }
button.primary, .button.primary { border-color: var(--accent); background: var(--accent); color: var(--on-accent); font-weight: 600; }
button.primary:hover, .button.primary:hover { filter: brightness(1.08); }
button.small { padding: .25rem .75rem; font-size: .875rem; }
button.danger { color: light-dark(#b3261e, #f2b8b5); }
.inline { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: end; }
.inline label { display: grid; flex: 1 1 10rem; gap: .25rem; min-width: 0; color: var(--quiet); font-size: .875rem; }
.inline :is(input, select) { min-width: 0; width: 100%; color: var(--text); font-size: 1rem; }
.fault { padding: .625rem .875rem; border-radius: 6px; background: var(--warning-tint); color: var(--warning); }
.actions { display: flex; flex-wrap: wrap-reverse; justify-content: flex-end; gap: .625rem; margin-top: 1.5rem; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.note { padding: .75rem 1rem; border-radius: 6px; background: var(--tint); }
@media (max-width: 30rem) {
  .card { padding: 1.25rem 1rem; }
  .actions > * { flex: 1 1 8rem; text-align: center; }
}
`;
