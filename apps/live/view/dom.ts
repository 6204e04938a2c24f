// Elements made in one line. Texts are texts: nothing here ever parses HTML.

type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;
type Child = Node | string | null;

export function h<Name extends keyof HTMLElementTagNameMap>(name: Name, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') made.addEventListener(key, value);
    else made.setAttribute(key, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

let made = 0;
export const new_id = (name: string): string => `${name}-${++made}`;

// Names of strategies and settings may end a line at an underline.
const breakable = (text: string): Child[] => text.split(/(?<=_)/).flatMap((part, k) => (k === 0 ? [part] : [h('wbr'), part]));

export function html_table(table: { caption: string; note?: string; columns: string[]; rows: string[][] }): HTMLElement {
  const scrolled = h('div', { class: 'scroll', tabindex: 0, role: 'group', 'aria-label': table.caption },
    h('table', {}, h('caption', {}, table.caption),
      h('thead', {}, h('tr', {}, ...table.columns.map((one) => h('th', { scope: 'col' }, one)))),
      h('tbody', {}, ...table.rows.map((row) => h('tr', {}, ...row.map((cell, k) => (k === 0 ? h('th', { scope: 'row' }, ...breakable(cell)) : h('td', {}, ...breakable(cell)))))))));
  return table.note ? h('div', {}, h('p', { class: 'note' }, table.note), scrolled) : scrolled;
}
