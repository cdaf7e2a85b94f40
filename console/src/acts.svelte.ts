import { Refused } from './api';
import { say, t } from './i18n/say.svelte';

/** What the user is told about a refusal: the centre's own sentence, and what to do about it. */
export function reason(fault: unknown, act: boolean): string {
  if (!(fault instanceof Refused)) throw fault;
  if (fault.status === 0) return t(act ? 'act.noAnswer' : 'act.noRead');
  const what = fault.text ? say(fault.text) : '';
  const todo = advice(fault);
  return what && todo ? `${what.replace(/\.?$/, '.')} ${todo}` : what || todo || t('act.unknown', { status: fault.status });
}

function advice(fault: Refused): string {
  if (fault.retryAfterS !== null) return t('act.wait', { n: fault.retryAfterS });
  switch (fault.status) {
    case 403: return t('act.forbidden');
    case 404: return t('act.missing');
    case 409: return t('act.conflict');
    default: return '';
  }
}

/** One act under way: no second click while it runs, and its refusal kept beside the button that asked for it. */
export class Act {
  busy = $state(false);
  fault = $state.raw<unknown>(null);
  readonly told: string = $derived(this.fault === null ? '' : reason(this.fault, true));

  /** @returns what the centre answered, or undefined when it refused */
  async run<T>(wish: () => Promise<T>): Promise<T | undefined> {
    if (this.busy) return undefined;
    this.busy = true;
    this.fault = null;
    try {
      return await wish();
    } catch (fault) {
      this.fault = fault;
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  clear(): void {
    this.fault = null;
  }
}
