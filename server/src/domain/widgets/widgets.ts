import {randomBytes, randomUUID} from 'node:crypto';
import type {Audit} from '../operators/audit.js';
import type {Keyring} from '../keys.js';
import type {WidgetRecord, WidgetStore} from './widget-store.js';
import type {Retention} from '../records/retention.js';
import {parseSettings, retentionSchema, settingsSchema, webhookUrlSchema} from './settings.js';
import {newWebhookSecret, webhookContext} from '../webhooks/webhooks.js';
import type {CallLimits, WidgetSettings} from './widget.js';

/** A widget's public token and the secret that signs its visitor tokens. */
export interface WidgetCredentials {
  id: string;
  token: string;
  secret: string;
}

/** What the server makes a widget of its own from. */
interface Seed {
  name: string;
  /** Fingerprint of its files. */
  version: string;
}

/** What an operator does to widgets. */
export class Widgets {
  readonly #store: WidgetStore;
  readonly #keys: Keyring;
  readonly #audit: Audit;

  constructor(store: WidgetStore, keys: Keyring, audit: Audit = async () => {}) {
    this.#store = store;
    this.#keys = keys;
    this.#audit = audit;
  }

  /** @throws {SettingsError} */
  async create(
    settings: WidgetSettings,
    {live, seed, accountId}: {live: boolean; seed?: Seed; accountId?: string},
  ): Promise<WidgetCredentials> {
    const checked = parseSettings(settingsSchema, settings, 'widget');
    const widget = {id: randomUUID(), token: newToken(), secret: newSecret()};
    await this.#store.create({
      id: widget.id,
      token: widget.token,
      sealedSecret: this.#keys.seal(widget.secret, widget.id),
      settings: checked,
      ...(seed && {seed}),
      ...(accountId !== undefined && {accountId}),
    });
    await this.#audit('widget.create', widget.id, {domain: checked.domain});
    if (live) await this.publish(widget.id);
    return widget;
  }

  list(): Promise<WidgetRecord[]> {
    return this.#store.list();
  }

  find(id: string): Promise<WidgetRecord | null> {
    return this.#store.byId(id);
  }

  /**
   * Changes the draft. False: there is no such widget.
   *
   * @throws {SettingsError}
   */
  async edit(id: string, changes: Partial<WidgetSettings>): Promise<boolean> {
    const widget = await this.#store.byId(id);
    if (!widget) return false;
    const settings = parseSettings(settingsSchema, {...widget.settings, ...changes}, 'widget');
    const isThere = await this.#store.saveDraft(id, settings);
    if (isThere) await this.#audit('widget.edit', id, {changed: Object.keys(changes)});
    return isThere;
  }

  /** Makes an earlier revision live again, as a new one. False: the widget has no such revision. */
  async rollBack(id: string, revisionId: string): Promise<boolean> {
    const settings = await this.#store.settingsOf(id, revisionId);
    if (!settings) return false;
    await this.#store.saveDraft(id, settings);
    await this.#audit('widget.rollback', id, {revisionId});
    return this.publish(id);
  }

  /** Throws the changes since the last publishing away. False: it was never published. */
  async discard(id: string): Promise<boolean> {
    const published = (await this.#store.byId(id))?.publishedRevisionId;
    const settings = published ? await this.#store.settingsOf(id, published) : null;
    if (!settings) return false;
    await this.#store.saveDraft(id, settings);
    await this.#audit('widget.edit', id, {isDiscarded: true});
    return true;
  }

  /** On the air again after a pause. False: it was never published, or there is no such widget. */
  async resume(id: string): Promise<boolean> {
    const widget = await this.#store.byId(id);
    if (!widget?.publishedRevisionId) return false;
    await this.#store.setStatus(id, 'live');
    await this.#audit('widget.resume', id);
    return true;
  }

  /**
   * A token with which one page may try the draft as it is now; null: there is no such widget.
   *
   * @param origin - Of that page.
   */
  async preview(id: string, origin: string, expiresAt: string): Promise<string | null> {
    const token = newToken();
    return (await this.#store.preview(id, {token, origin, expiresAt})) ? token : null;
  }

  /** False: there is no such widget. */
  async publish(id: string): Promise<boolean> {
    const isThere = await this.#store.publish(id);
    if (isThere) await this.#audit('widget.publish', id);
    return isThere;
  }

  /** Ends its live calls too, within seconds. False: there is no such widget. */
  async pause(id: string): Promise<boolean> {
    const isThere = await this.#store.setStatus(id, 'paused');
    if (isThere) await this.#audit('widget.pause', id);
    return isThere;
  }

  /**
   * Changes limits of the draft; what is undefined is not limited any more. False: there is no such
   * widget.
   *
   * @throws {SettingsError}
   */
  async limit(id: string, changes: Partial<CallLimits>): Promise<boolean> {
    const widget = await this.#store.byId(id);
    if (!widget) return false;
    const limits = {...widget.settings.limits, ...changes};
    const checked = parseSettings(settingsSchema, {...widget.settings, limits}, 'widget');
    await this.#store.saveDraft(id, checked);
    await this.#audit('widget.limits', id, {...checked.limits});
    return true;
  }

  /**
   * The new secret; null: there is no such widget.
   *
   * @param keepUntil - Visitor tokens signed with the secret before are believed until then (RFC
   * 3339); null: no longer.
   */
  async rotateSecret(id: string, keepUntil: string | null = null): Promise<string | null> {
    const secret = newSecret();
    const sealed = this.#keys.seal(secret, id);
    if (!(await this.#store.rotateSecret(id, sealed, keepUntil))) return null;
    await this.#audit('widget.rotate-secret', id, {keepUntil});
    return secret;
  }

  /** The new token; null: there is no such widget. Snippets with the old one stop working. */
  async rotateToken(id: string): Promise<string | null> {
    const token = newToken();
    if (!(await this.#store.setToken(id, token))) return null;
    await this.#audit('widget.rotate-token', id);
    return token;
  }

  /** The widget secret in clear; null: there is no such widget. */
  async secretOf(id: string): Promise<string | null> {
    const widget = await this.#store.byId(id);
    return widget && this.#keys.open(widget.sealedSecret, id);
  }

  /** The widget secret in clear, for an operator's eyes; null: there is no such widget. */
  async reveal(id: string): Promise<string | null> {
    const secret = await this.secretOf(id);
    if (secret !== null) await this.#audit('widget.reveal-secret', id);
    return secret;
  }

  /**
   * Has the operator's own system told of what happens; null: no more. The signing secret, which
   * stays the same where there was one; null: there is no such widget.
   *
   * @throws {SettingsError}
   */
  async setWebhook(id: string, url: string | null): Promise<{secret: string | null} | null> {
    const widget = await this.#store.byId(id);
    if (!widget) return null;
    if (url === null) {
      await this.#store.setWebhook(id, null);
      await this.#audit('widget.webhook', id, {isOn: false});
      return {secret: null};
    }
    const checked = parseSettings(webhookUrlSchema, url, 'webhook');
    const secret = this.#webhookSecret(widget) ?? newWebhookSecret();
    await this.#keepWebhook(id, checked, secret);
    return {secret};
  }

  /** A new signing secret for its webhook; null: there is no such widget, or it has no webhook. */
  async rotateWebhookSecret(id: string): Promise<string | null> {
    const webhook = (await this.#store.byId(id))?.webhook;
    if (!webhook) return null;
    const secret = newWebhookSecret();
    await this.#keepWebhook(id, webhook.url, secret);
    return secret;
  }

  /**
   * Days for which words and contact details are kept; in force at once. False: there is no such
   * widget.
   *
   * @throws {SettingsError}
   */
  async retain(id: string, changes: Partial<Retention>): Promise<boolean> {
    const widget = await this.#store.byId(id);
    if (!widget) return false;
    const merged = {...widget.retention, ...changes};
    const retention = parseSettings(retentionSchema, merged, 'retention');
    await this.#store.setRetention(id, retention);
    await this.#audit('widget.retention', id, {...retention});
    return true;
  }

  /** What may have signed a visitor token at this time, the newest first, in clear. */
  async secretsAt(id: string, now: string): Promise<string[]> {
    const widget = await this.#store.byId(id);
    if (!widget) return [];
    const {sealedSecret, previousSecret} = widget;
    const isKept = previousSecret !== null && now < previousSecret.until;
    const sealed = isKept ? [sealedSecret, previousSecret.sealed] : [sealedSecret];
    return sealed.map(secret => this.#keys.open(secret, id));
  }

  /**
   * Makes a widget of the server's own, or refreshes it where its version is another.
   *
   * @throws {SettingsError}
   */
  async seed(seed: Seed, settings: WidgetSettings): Promise<{id: string; token: string}> {
    const known = await this.#store.seeded(seed.name);
    if (!known) return this.create(settings, {live: true, seed});
    if (known.version !== seed.version) {
      const checked = parseSettings(settingsSchema, settings, 'widget');
      await this.#store.saveDraft(known.id, checked);
      await this.publish(known.id);
      await this.#store.setSeedVersion(known.id, seed.version);
    }
    return known;
  }

  /**
   * Seals every secret with the current key, after a rotation of the master key. How many that were.
   *
   * @throws {KeyError} Where one was sealed with a key that is not known.
   */
  async resealSecrets(): Promise<number> {
    const secrets = (await this.#store.list()).flatMap(secretsOf);
    const old = secrets.filter(({sealed, context}) => !this.#keys.isCurrent(sealed, context));
    for (const {id, sealed, context} of old) {
      const secret = this.#keys.open(sealed, context);
      await this.#store.reseal(id, sealed, this.#keys.seal(secret, context));
    }
    return old.length;
  }

  async #keepWebhook(id: string, url: string, secret: string): Promise<void> {
    const sealedSecret = this.#keys.seal(secret, webhookContext(id));
    await this.#store.setWebhook(id, {url, sealedSecret});
    // Its address may hold a key of the operator's.
    await this.#audit('widget.webhook', id, {isOn: true, host: new URL(url).host});
  }

  #webhookSecret({id, webhook}: WidgetRecord): string | null {
    return webhook && this.#keys.open(webhook.sealedSecret, webhookContext(id));
  }
}

/** Every sealed secret of a widget, and what it was sealed for. */
function secretsOf({id, sealedSecret, previousSecret, webhook}: WidgetRecord) {
  const own = [sealedSecret, ...(previousSecret ? [previousSecret.sealed] : [])];
  return [
    ...own.map(sealed => ({id, sealed, context: id})),
    ...(webhook ? [{id, sealed: webhook.sealedSecret, context: webhookContext(id)}] : []),
  ];
}

function newToken(): string {
  return `wt_${randomBytes(16).toString('hex')}`;
}

function newSecret(): string {
  return randomBytes(32).toString('hex');
}
