import { obligationOf } from '../../obligations/catalogue';
import {
  isRedactedPlace,
  redactFields,
  redactValues,
  usualRedaction,
  type Redaction,
} from '../../../schemas/target/redaction';
import type { NoticeCode } from '../../obligations/notices';
import type { Exchange } from '../exchange/exchange';
import { recordExchange } from '../exchange/record-exchange';
import type { Redact } from '../exchange/redact';
import type { Broken, Finding } from '../judge/finding';
import { emptyEvidence, type Evidence } from './evidence';
import { placesAlso } from './places';
import { unsteadyChoice } from './unsteady-choice';

/** Gathers the findings of a run: violations once an obligation and cause, with a count. */
export class Collector {
  readonly evidence: Evidence = emptyEvidence();
  /** The spec file whose test is running, or was the last to. */
  spec: string;
  /** The obligation whose test is running, so that violations can name it; undefined between tests. */
  test: string | undefined;
  private readonly redact: Redact;
  private readonly redaction: Redaction;

  constructor(spec: string, redact: Redact, redaction = usualRedaction) {
    this.spec = spec;
    this.redact = redact;
    this.redaction = redaction;
  }

  countRequest(): void {
    this.evidence.requests += 1;
  }

  add(findings: readonly Finding[], exchange: Exchange): void {
    for (const finding of findings) this.addOne(finding, exchange);
  }

  /** Adds a violation that others may follow from: it is told before them. */
  addFirst(finding: Broken, exchange: Exchange): void {
    const { violations } = this.evidence;
    this.addOne(finding, exchange);
    const at = violations.findIndex(
      ({ obligation, cause }) => obligation === finding.obligation && cause === finding.cause,
    );
    violations.unshift(...violations.splice(at, 1));
  }

  /** Whether this run has seen an obligation broken. */
  isViolated(obligation: string): boolean {
    return this.evidence.violations.some((known) => known.obligation === obligation);
  }

  /** Whether this run has seen an obligation held, and never broken. */
  isVerified(obligation: string): boolean {
    return (this.evidence.observations[obligation] ?? 0) > 0 && !this.isViolated(obligation);
  }

  /** Records which of several allowed answers was observed; a second, different one is a notice. */
  addChoice(id: string, title: string, observed: string, allowed: string): void {
    const known = this.evidence.choices.find((choice) => choice.id === id);
    if (known === undefined) this.evidence.choices.push({ id, title, observed, allowed });
    else if (known.observed !== observed) {
      this.addNotice('unsteady-choice', unsteadyChoice(known, observed).message);
    }
  }

  addNotice(code: NoticeCode, message: string, pointer?: string): void {
    const safe = this.safe(message, pointer);
    const known = this.evidence.notices.find((one) => one.code === code && one.message === safe);
    if (known !== undefined) known.count += 1;
    else
      this.evidence.notices.push({
        code,
        message: safe,
        count: 1,
        ...(pointer === undefined ? {} : { pointer }),
      });
  }

  private addOne(finding: Finding, exchange: Exchange): void {
    if (finding.kind === 'notice') {
      this.addNotice(finding.code, finding.message, finding.pointer);
      return;
    }
    const { id } = obligationOf(finding.obligation);
    if (finding.kind === 'broken') this.addViolation(finding, exchange);
    else this.evidence.observations[id] = (this.evidence.observations[id] ?? 0) + 1;
  }

  private addViolation(finding: Broken, exchange: Exchange): void {
    const known = this.evidence.violations.find(
      ({ obligation, cause }) => obligation === finding.obligation && cause === finding.cause,
    );
    if (known !== undefined) {
      known.count += 1;
      const places = placesAlso(known, [finding.pointer]);
      if (places.length > 0) known.otherPointers = places;
      return;
    }
    this.evidence.violations.push({
      obligation: finding.obligation,
      cause: finding.cause,
      message: this.safe(finding.message, finding.pointer),
      ...(finding.pointer === undefined ? {} : { pointer: finding.pointer }),
      received: this.safe(finding.received, finding.pointer),
      documented: this.safe(finding.documented, finding.pointer),
      count: 1,
      spec: this.spec,
      ...(this.test === undefined ? {} : { test: this.test }),
      exchange: recordExchange(exchange, this.redact, this.redaction),
    });
  }

  /** Words about an answer, without what no file may show of it. */
  private safe(text: string, pointer: string | undefined): string {
    const safe = redactFields(this.redact(text), this.redaction);
    return isRedactedPlace(pointer, this.redaction) ? redactValues(safe) : safe;
  }
}
