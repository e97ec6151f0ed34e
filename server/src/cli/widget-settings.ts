import {readFileSync} from 'node:fs';
import type {Appearance} from '../../../src/contract/index.js';
import {CommandError} from './output.js';
import {CAPTURE_KINDS} from './capture-kinds.js';
import {
  appearanceSchema,
  navigationSchema,
  normalizeDomain,
  parseSettings,
  triggersSchema,
} from '../domain/widgets/settings.js';
import type {WidgetSettings} from '../domain/widgets/widget.js';

/** What of a draft may be edited. */
export interface EditOptions extends NoticeOptions {
  appearance?: string;
}

/** What visitors are told and asked before they talk. */
interface NoticeOptions {
  disclosure?: string;
  consent?: string;
  consentUrl?: string;
}

export interface CreateOptions extends EditOptions {
  domain: string;
  pageUrl: string;
  name?: string;
  live?: boolean;
  identity?: boolean;
  triggers?: string;
  navigation?: string;
  knowledge?: string;
  suggestion?: string[];
  modes: string;
  pushToTalk?: boolean;
  startMuted?: boolean;
  capture: string;
}

/** The settings of a new widget. @throws {SettingsError} For a file with faults. */
export function settingsOf(options: CreateOptions): WidgetSettings {
  const modes = listOf(options.modes, ['voice', 'text'], '--modes');
  const kinds =
    options.capture === 'none' ? [] : listOf(options.capture, CAPTURE_KINDS, '--capture');
  return {
    name: options.name ?? normalizeDomain(options.domain) ?? options.domain,
    domain: options.domain,
    pageUrl: options.pageUrl,
    agent: {
      name: 'Ava',
      greeting: 'Hi, I am Ava. How can I help you?',
      ...(options.suggestion && {suggestions: options.suggestion}),
    },
    knowledge: options.knowledge ? read(options.knowledge) : '',
    appearance: options.appearance ? appearanceOf(options.appearance) : {},
    locale: 'en',
    modes: {voice: modes.includes('voice'), text: modes.includes('text')},
    conversation: {
      ...(options.pushToTalk && {pushToTalk: true}),
      ...(options.startMuted && {startMuted: true}),
    },
    triggers: options.triggers
      ? parseSettings(triggersSchema, readJson(options.triggers), 'triggers file')
      : [],
    navigation: options.navigation
      ? parseSettings(navigationSchema, readJson(options.navigation), 'navigation file')
      : {enabled: false, targets: []},
    identity: {enabled: options.identity === true},
    capture: {kinds},
    ...noticesOf(options),
    limits: {maxCallSeconds: 1800, idleSeconds: 120},
  };
}

function appearanceOf(file: string): Appearance {
  return parseSettings(appearanceSchema, readJson(file), 'appearance file');
}

/** What of a draft these options change; nothing where none is given. */
export function changesOf(options: EditOptions): Partial<WidgetSettings> {
  const {appearance} = options;
  return {
    ...noticesOf(options),
    ...(appearance !== undefined && {appearance: appearanceOf(appearance)}),
  };
}

/** An empty text takes away what there was. */
function noticesOf({
  disclosure,
  consent,
  consentUrl,
}: NoticeOptions): Pick<WidgetSettings, 'disclosure' | 'consent'> {
  if (consentUrl !== undefined && !consent) {
    throw new CommandError('--consent-url goes with a text: give it with --consent.');
  }
  return {
    ...(disclosure !== undefined && {disclosure}),
    ...(consent !== undefined && {
      consent: consent ? {text: consent, ...(consentUrl && {policyUrl: consentUrl})} : undefined,
    }),
  };
}

function listOf<Item extends string>(
  text: string,
  allowed: readonly Item[],
  option: string,
): Item[] {
  const items = text.split(',').map(item => item.trim());
  const known = allowed.filter(item => items.includes(item));
  if (items.every(item => allowed.some(one => one === item))) return known;
  throw new CommandError(`${option} takes a list of ${allowed.join(', ')}.`);
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new CommandError(`The file ${file} cannot be read. Check its path.`);
  }
}

function readJson(file: string): unknown {
  const text = read(file);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new CommandError(`The file ${file} is not JSON. Correct it.`);
  }
}
