import { wellFormed } from '../../schemas/run/well-formed';

/** XML 1.0 has no way to write these, escaped or not. */
const forbidden = /(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu;

/** Text for content and attributes alike. */
function escapeXml(text: string): string {
  return wellFormed(text)
    .replace(forbidden, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\r', '&#13;');
}

type Attributes = Readonly<Record<string, string | number>>;

/** An element of strings that {@link element} made, or of one text. */
export function element(
  name: string,
  attributes: Attributes,
  content: readonly string[] | string = [],
): string {
  const list = Object.entries(attributes).map(([key, value]) => {
    // A line break in an attribute would be read as a blank.
    return ` ${key}="${escapeXml(String(value)).replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')}"`;
  });
  const inner = typeof content === 'string' ? escapeXml(content) : content.join('\n');
  if (inner === '') return `<${name}${list.join('')}/>`;
  const [before, after] = typeof content === 'string' ? ['', ''] : ['\n', '\n'];
  return `<${name}${list.join('')}>${before}${inner}${after}</${name}>`;
}
