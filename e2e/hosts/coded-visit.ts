import {until} from '../../testing/journey/visitor.js';
import type {HostPage} from './host-page.js';
import type {HostSite} from './host-site.js';
import {HostVisit} from './host-visit.js';

/** The page's API, as far as it is used here: from this side the elements are not compiled. */
export type AIWWidgetApi = Record<'open' | 'toggle', () => boolean> &
  Record<'hide' | 'show' | 'reset' | 'destroy', () => void> &
  Record<'setContext' | 'setClientTools', (value: unknown) => void> &
  Record<'identify' | 'sendMessage', (text: string) => unknown>;

type ApiWindow = Window & typeof globalThis & {AIWWidget: AIWWidgetApi; hostAnswers: unknown[]};

/** A page whose button does something with the widget and keeps what it answers. */
const page = (script: string, body = '<button id="go">Go</button>'): HostPage => ({
  name: 'with code of its own',
  body: `<div style="position: relative; z-index: 1">${body}</div><script>
    var hostAnswers = [];
    var hostKeep = answer => void hostAnswers.push(answer);
    var hostGo = document.querySelector('#go');
    ${script}
  </script>`,
});

type Prepare = Parameters<typeof HostVisit.open>[3];

/** A visit to a page whose own code uses the widget, and what that code has got for an answer. */
export class CodedVisit {
  readonly host: HostVisit;

  private constructor(host: HostVisit) {
    this.host = host;
  }

  /** `script` has a button `hostGo`, and `hostKeep` for its answers. */
  static open(
    site: HostSite,
    script: string,
    body?: string,
    prepare?: Prepare,
  ): Promise<CodedVisit> {
    return CodedVisit.of(site, page(script, body), prepare);
  }

  static async of(site: HostSite, host: HostPage, prepare?: Prepare): Promise<CodedVisit> {
    return new CodedVisit(await HostVisit.open(site, site.add('/coded', host), {}, prepare));
  }

  /** What the page's code has kept so far. */
  answers(): Promise<unknown[]> {
    return this.host.visitor.page.evaluate(() => (window as ApiWindow).hostAnswers);
  }

  /** The same, once there is something. */
  answered(): Promise<unknown[]> {
    return until(
      async () => {
        const answers = await this.answers();
        return answers.length > 0 && answers;
      },
      () => 'The page has got no answer.',
    );
  }

  /** Uses the widget from the console, outside any gesture. */
  calls<T>(act: (api: AIWWidgetApi) => T): Promise<Awaited<T>> {
    return this.host.frame.evaluate(`(${act.toString()})(window.AIWWidget)`) as Promise<Awaited<T>>;
  }

  isOpen(): Promise<boolean> {
    return this.host.visitor.panel.isVisible();
  }
}
