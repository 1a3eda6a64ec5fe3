import type { VNode } from 'preact';

import type { RecordedExchange, RecordedHeaders } from '../../schemas/generated/types';
import { Excerpt } from '../page/excerpt';
import { breakable } from '../page/breakable';
import { Preformatted } from '../page/preformatted';
import { Code, Text } from '../page/text';
import { formatCount, formatMs } from '../text/numbers';
import { cut } from '../text/cut';
import { visible } from '../text/visible';

interface ExchangeProps {
  readonly exchange: RecordedExchange;
  readonly pointer?: string | undefined;
  /** Characters shown of each body. */
  readonly bodyLength: number;
  readonly open: boolean;
  /** Whether paper has it: what is folded on the screen as well. */
  readonly prints: boolean;
}

/** Request and response side by side. */
export function Exchange({ exchange, pointer, bodyLength, open, prints }: ExchangeProps): VNode {
  const { request, response } = exchange;
  return (
    <details class={prints ? 'exchange' : 'exchange screen-only'} open={open}>
      <summary>
        Request and response{' '}
        <span class="aside">
          {response === null ? 'no answer' : `${response.status} in ${formatMs(response.durationMs)}`}
        </span>
      </summary>
      <div class="columns">
        <div>
          <Part name="Request" />
          <p class="line">
            <Code length={20}>{request.method}</Code> <Code length={300}>{request.url}</Code>
          </p>
          <Headers headers={request.headers} />
          {request.body === null ? (
            <p class="aside">No body was sent.</p>
          ) : (
            <Excerpt text={request.body} length={bodyLength} label="Request body" />
          )}
        </div>
        <div>
          <Part name="Response" />
          <Answer exchange={exchange} pointer={pointer} bodyLength={bodyLength} />
        </div>
      </div>
    </details>
  );
}

function Part({ name }: { readonly name: string }): VNode {
  return (
    <p class="part">
      <strong role="heading" aria-level={5}>
        {name}
      </strong>
    </p>
  );
}

type AnswerProps = Omit<ExchangeProps, 'open' | 'prints'>;

function Answer({ exchange: { response, error }, pointer, bodyLength }: AnswerProps): VNode {
  if (response === null) {
    return (
      <p>
        No answer came: <Text>{error ?? 'the recorder does not say why'}</Text>
      </p>
    );
  }
  return (
    <>
      <p class="line">
        <code>{response.status}</code> in {formatMs(response.durationMs)}, {formatCount(response.bodyBytes)}{' '}
        bytes
      </p>
      <Headers headers={response.headers} />
      {response.body === '' ? (
        <p class="aside">The body is empty.</p>
      ) : (
        <Excerpt text={response.body} length={bodyLength} pointer={pointer} label="Response body" />
      )}
    </>
  );
}

const shownHeaders = 30;

function Headers({ headers }: { readonly headers: RecordedHeaders }): VNode | null {
  const entries = Object.entries(headers).slice(0, shownHeaders);
  if (entries.length === 0) return null;
  return (
    <ul class="headers">
      {entries.map(([name, value]) => (
        <li>
          <Code length={80}>{`${name}:`}</Code> <Code length={200}>{value}</Code>
        </li>
      ))}
    </ul>
  );
}

/** The command that sends the request again. The script adds a copy button to it. */
export function Curl({ command, length }: { readonly command: string; readonly length: number }): VNode {
  const { text, omitted } = cut(command, length);
  return (
    <div class="curl">
      <Preformatted label="curl command">
        <code data-copy>{breakable(visible(text))}</code>
      </Preformatted>
      {omitted > 0 && (
        <p class="aside">
          The command is {formatCount(omitted)} characters longer; the run folder holds all of it.
        </p>
      )}
    </div>
  );
}
