import { createHash } from 'node:crypto';

import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

import { script, styles } from './styles';

/** Only the page's own script and style may run: the second lock, should escaping ever fail. */
const policy = [
  "default-src 'none'",
  'img-src data:',
  `style-src '${digest(styles)}'`,
  `script-src '${digest(script)}'`,
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function digest(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

interface DocumentProps {
  readonly title: string;
  /** Tells the suite's own pages from others. */
  readonly generator?: string;
  readonly children: ComponentChildren;
}

/** An HTML document with the style sheet and the script inside. */
export function Document({ title, generator, children }: DocumentProps): VNode {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content={policy} />
        <meta name="color-scheme" content="light dark" />
        {generator !== undefined && <meta name="generator" content={generator} />}
        {/* Spares the request for /favicon.ico. */}
        <link rel="icon" href="data:," />
        <title>{title}</title>
        <style dangerouslySetInnerHTML={{ __html: styles }} />
      </head>
      <body>
        {children}
        <script dangerouslySetInnerHTML={{ __html: script }} />
      </body>
    </html>
  );
}

/** A document as a file. */
export function renderDocument(document: VNode): string {
  return `<!doctype html>\n${renderToString(document)}\n`;
}
