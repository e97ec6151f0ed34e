import {Inbox, LayoutGrid, LogOut, MessagesSquare, Settings as Cog} from 'lucide';
import {html, LitElement, nothing, type PropertyValues} from 'lit';
import {state} from 'lit/decorators.js';
import {api, whenSignedOut} from '../api/client.js';
import {icon} from '../ui/icon.js';
import {notices, type Notice} from '../ui/notify.js';
import {base} from '../ui/styles.js';
import type {View} from '../ui/view.js';
import {goTo, linkTo, router, startRouter} from './router.js';
import {placeOf, type Place} from './routes.js';
import {session} from './session.js';
import {shell} from './dashboard.styles.js';

const SECTIONS = [
  {path: '/', name: 'Widgets', symbol: LayoutGrid, begins: /^\/(?:$|widgets|new)/},
  {path: '/conversations', name: 'Conversations', symbol: MessagesSquare, begins: /^\/conv/},
  {path: '/leads', name: 'Leads', symbol: Inbox, begins: /^\/leads/},
  {path: '/settings', name: 'Settings', symbol: Cog, begins: /^\/settings/},
] as const;

/** How long a notice is seen, in milliseconds; an error longer. */
const NOTICE_MS = 4000;
const ERROR_MS = 10_000;

/** The dashboard: who is signed in, where they are, and the view of that place. */
export class Dashboard extends LitElement {
  static override styles = [base, shell];

  @state() private place: Place | null = null;
  @state() private isLost = false;
  @state() private notice: Notice | null = null;
  @state() private failure = '';
  #view: View | null = null;
  #hide: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    startRouter();
    router.addEventListener('change', () => void this.#arrive());
    session.addEventListener('change', () => this.requestUpdate());
    notices.addEventListener('notice', event => {
      this.#tell((event as CustomEvent<Notice>).detail);
    });
    whenSignedOut(() => {
      session.forget();
      void this.#askToSignIn();
    });
    void this.#begin();
  }

  async #begin(): Promise<void> {
    try {
      await session.refresh();
      await this.#arrive();
    } catch (error) {
      this.failure = (error as Error).message;
    }
  }

  async #arrive(): Promise<void> {
    const place = placeOf(new URL(location.href));
    this.isLost = place === null;
    if (!place) {
      this.#view = null;
      this.place = null;
      return;
    }
    if (!place.route.isOpen && !session.who.operator) {
      await this.#askToSignIn();
      return;
    }
    await this.#show(place);
  }

  #askToSignIn(): Promise<void> {
    const back = location.pathname.slice(linkTo('').length) + location.search;
    const isSomewhere = back !== '/' && back !== '' && !back.startsWith('/sign-in');
    return goTo(`/sign-in${isSomewhere ? `?to=${encodeURIComponent(back)}` : ''}`, {replace: true});
  }

  async #show(place: Place): Promise<void> {
    try {
      await place.route.load();
    } catch {
      this.failure = 'This part could not be loaded. Reload the page.';
      return;
    }
    const isSame =
      this.#view?.localName === place.route.tag &&
      JSON.stringify(this.place?.params) === JSON.stringify(place.params);
    if (!isSame) this.#view = document.createElement(place.route.tag) as View;
    if (this.#view) Object.assign(this.#view, {params: place.params, query: place.query});
    this.place = place;
    document.title = `${place.route.title} · Voice widget`;
    if (isSame) return;
    scrollTo(0, 0);
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('main')?.focus({preventScroll: true});
  }

  #tell(notice: Notice): void {
    clearTimeout(this.#hide);
    this.notice = notice;
    this.#hide = setTimeout(
      () => {
        this.notice = null;
      },
      notice.isError ? ERROR_MS : NOTICE_MS,
    );
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.toggleAttribute('bare', this.place?.route.isOpen === true);
  }

  protected override render() {
    const isOpen = this.place?.route.isOpen === true;
    return html`
      ${isOpen || !session.who.operator ? nothing : this.#navigation()}
      <main id="main" tabindex="-1">${this.#content()}</main>
      <div class="notices" aria-live="polite" role="status">
        ${
          this.notice
            ? html`<p class=${this.notice.isError ? 'notice bad' : 'notice'}>
                ${this.notice.text}
              </p>`
            : nothing
        }
      </div>
    `;
  }

  #content() {
    if (this.failure) return html`<p class="empty error" role="alert">${this.failure}</p>`;
    if (!this.isLost) return this.#view ?? html`<p class="quiet" aria-busy="true">Loading …</p>`;
    return html`<div class="empty">
      <h1>There is nothing here</h1>
      <p>The address may be mistyped, or what was here is gone.</p>
      <a href=${linkTo('/')}>To your widgets</a>
    </div>`;
  }

  #navigation() {
    const path = location.pathname.slice(linkTo('').length);
    const {operator, account} = session.who;
    return html`<header>
      <button type="button" class="skip" @click=${this.#skip}>Skip to the content</button>
      <a class="brand" href=${linkTo('/')}>
        <img src="/dashboard/icon.svg" alt="" width="26" height="26" />
        <span>${account?.name}</span>
      </a>
      <nav aria-label="Main">
        ${SECTIONS.map(
          ({path: to, name, symbol, begins}) =>
            html`<a href=${linkTo(to)} aria-current=${begins.test(path) ? 'page' : nothing}
              >${icon(symbol)}<span>${name}</span></a
            >`,
        )}
      </nav>
      <div class="who">
        <span class="name" title=${operator?.email ?? ''}>${operator?.name}</span>
        <button type="button" class="out" aria-label="Sign out" @click=${this.#signOut}>
          ${icon(LogOut)}
        </button>
      </div>
    </header>`;
  }

  #skip(): void {
    this.renderRoot.querySelector<HTMLElement>('main')?.focus();
  }

  async #signOut(): Promise<void> {
    await api.delete('/session');
    session.forget();
    await goTo('/sign-in');
  }
}

customElements.define('aiw-dashboard', Dashboard);
