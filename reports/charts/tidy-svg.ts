import type { Size } from './size';

interface Frame {
  readonly id: string;
  readonly title: string;
  readonly size: Size;
}

/**
 * Makes the library's SVG fit for a page under the strictest content policy: styles become attributes, hover rules
 * go, ids are the page's own, and the picture has a title.
 */
export function tidySvg(svg: string, { id, title, size }: Frame): string {
  const body = svg
    .replace(/^[\s\S]*?<svg[^>]*>/, '')
    .replace(/<style[\s\S]*?<\/style>/g, '')
    .replace(/ (?:class|pointer-events|xml:space|ecmeta_\w+)="[^"]*"/g, '')
    .replace(/ style="([^"]*)"/g, (_, style: string) => attributes(style))
    .replace(/zr\d+-/g, `${id}-`)
    .replace(/^<rect [^>]*fill="none"[^>]*><\/rect>$/m, '')
    .replace(/\n+/g, '\n');
  const open = `<svg width="${size.width}" height="${size.height}" viewBox="0 0 ${size.width} ${size.height}" role="img" aria-labelledby="${id}-title">`;
  return `${open}<title id="${id}-title">${escape(title)}</title>${body}`;
}

/** "font-size:12px;font-family:x" as attributes; a content policy may block the former, never the latter. */
function attributes(style: string): string {
  return style
    .split(';')
    .map((declaration) => declaration.split(':'))
    .filter(([name]) => name !== undefined && /^(font|stroke|fill|paint|text)-?/.test(name))
    .map(([name = '', value = '']) => ` ${name}="${value}"`)
    .join('');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
