import './settings/account.js';
import './settings/audit.js';
import './settings/deliveries.js';
import './settings/invites.js';
import './settings/keys.js';
import './settings/password.js';
import './settings/people.js';
import './settings/second-factor.js';
import './settings/sign-ins.js';
import {html, nothing, type TemplateResult} from 'lit';
import type {Role} from '../api/types.js';
import {session} from '../app/session.js';
import {linkTabs, linkTabsStyles} from '../ui/link-tabs.js';
import {View} from '../ui/view.js';
import type {SignInsPart} from './settings/sign-ins.js';

interface PartOfSettings {
  path: string;
  name: string;
  least: Role;
}

const PARTS: readonly PartOfSettings[] = [
  {path: '/settings', name: 'You', least: 'viewer'},
  {path: '/settings/people', name: 'People', least: 'viewer'},
  {path: '/settings/keys', name: 'API keys', least: 'owner'},
  {path: '/settings/deliveries', name: 'Webhook deliveries', least: 'viewer'},
  {path: '/settings/audit', name: 'Audit log', least: 'owner'},
];

/** `/settings`, and its parts: the operator, and the account that they belong to. */
export class SettingsView extends View {
  static override styles = [...[View.styles].flat(), linkTabsStyles];

  protected override render() {
    const part = this.params['part'];
    const path = part ? `/settings/${part}` : '/settings';
    const allowed = PARTS.filter(({least}) => session.may(least));
    const isThere = allowed.some(one => one.path === path);
    return html`<div class="stack">
      <h1>Settings</h1>
      ${linkTabs('Settings', allowed, path)} ${isThere ? this.#part(path) : this.#refused(path)}
    </div>`;
  }

  #refused(path: string) {
    const isKnown = PARTS.some(one => one.path === path);
    return html`<div class="empty">
      <h2>${isKnown ? 'This is for owners' : 'There is nothing here'}</h2>
      <p>${isKnown ? 'Ask an owner of the account.' : 'The address may be mistyped.'}</p>
    </div>`;
  }

  #part(path: string): TemplateResult {
    switch (path) {
      case '/settings/people':
        return html`<aiw-people-part></aiw-people-part>
          ${session.may('owner') ? html`<aiw-invites-part></aiw-invites-part>` : nothing}`;
      case '/settings/keys':
        return html`<aiw-keys-part></aiw-keys-part>`;
      case '/settings/deliveries':
        return html`<aiw-deliveries-part
          .page=${Number(this.query.get('page') ?? 1) || 1}
        ></aiw-deliveries-part>`;
      case '/settings/audit':
        return html`<aiw-audit-part></aiw-audit-part>`;
      default:
        return this.#you();
    }
  }

  #you() {
    const reload = () => this.renderRoot.querySelector<SignInsPart>('aiw-sign-ins-part')?.reload();
    return html`
      ${session.may('owner') ? html`<aiw-account-part></aiw-account-part>` : nothing}
      <div class="columns">
        <aiw-password-part @aiw-password-changed=${reload}></aiw-password-part>
        <aiw-second-factor-part @aiw-second-factor-changed=${reload}></aiw-second-factor-part>
      </div>
      <aiw-sign-ins-part></aiw-sign-ins-part>
    `;
  }
}

customElements.define('aiw-settings-view', SettingsView);
