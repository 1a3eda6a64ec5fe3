import type { ComponentChildren } from 'preact';

/** A word that is longer may leave its column, or a page without styles. */
const longestWord = 60;
const piece = 40;

/** Text whose overlong words may break, also where no style sheet says so. Copied, it is the same text. */
export function breakable(text: string): ComponentChildren {
  if (!new RegExp(`\\S{${longestWord}}`).test(text)) return text;
  return text.split(new RegExp(`(\\S{${piece}})(?=\\S)`, 'u')).map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      <>
        {part}
        <wbr />
      </>
    ),
  );
}
