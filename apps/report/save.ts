// A figure as a file of its own: SVG as it is drawn, or PNG at twice its size.

import { light } from './look';

// The picture on paper, with what it shows for those who cannot see it.
function picture_in(place: HTMLElement): { text: string; width: number; height: number } | undefined {
  const drawn = place.querySelector('svg');
  if (!drawn) return undefined;
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const { width, height } = drawn.getBoundingClientRect();
  const namespace = 'http://www.w3.org/2000/svg';
  copy.setAttribute('xmlns', namespace);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  if (!copy.getAttribute('viewBox')) copy.setAttribute('viewBox', `0 0 ${width} ${height}`);
  copy.setAttribute('font-family', getComputedStyle(place).fontFamily);
  copy.removeAttribute('aria-hidden');
  const paper = document.createElementNS(namespace, 'rect');
  for (const [key, value] of [['width', '100%'], ['height', '100%'], ['fill', light.paper]]) paper.setAttribute(key, value);
  const title = document.createElementNS(namespace, 'title');
  title.textContent = place.getAttribute('aria-label') ?? '';
  copy.prepend(title, paper);
  return { text: new XMLSerializer().serializeToString(copy), width, height };
}

const in_address = (text: string) => 'data:image/svg+xml;charset=utf-8,' + encodeURIComponent(text);

function download(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

function save_png(picture: { text: string; width: number; height: number }, name: string): void {
  const image = new Image();
  image.onload = () => {
    const canvas = document.createElement('canvas');
    canvas.width = 2 * picture.width;
    canvas.height = 2 * picture.height;
    canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((content) => { if (content) download(content, name); }, 'image/png');
  };
  image.src = in_address(picture.text);
}

// Two buttons below the figure. on_paper: draws it as for paper, and then as it was.
export function add_saving(place: HTMLElement, words: Record<string, string>, name: string, on_paper: (look: () => void) => void): void {
  const row = document.createElement('p');
  row.className = 'save';
  for (const kind of ['SVG', 'PNG']) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `${words.save} ${kind}`;
    button.addEventListener('click', () => on_paper(() => {
      const picture = picture_in(place);
      if (!picture) return;
      if (kind === 'SVG') download(new Blob([picture.text], { type: 'image/svg+xml' }), `${name}.svg`);
      else save_png(picture, `${name}.png`);
    }));
    row.append(button);
  }
  place.after(row);
}
