import {createHash} from 'node:crypto';
import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {registrableDomain} from './domain/admission/origin.js';
import type {WidgetSettings} from './domain/widgets/widget.js';
import type {Widgets} from './domain/widgets/widgets.js';

/**
 * Makes the demo's widget, or brings it up to date with its files.
 *
 * @param publicUrl - The demo stands on the server's own address.
 * @returns Its public token; null where the demo's files are not there.
 * @throws {SettingsError} Where they are wrong.
 */
export async function seedDemo(
  widgets: Widgets,
  directory: string,
  publicUrl: string | null,
): Promise<string | null> {
  const file = join(directory, 'widget.json');
  if (!existsSync(file)) return null;
  const json = readFileSync(file, 'utf8');
  const knowledge = readFileSync(join(directory, 'knowledge.md'), 'utf8');
  const place = placeOf(publicUrl);
  const version = createHash('sha256')
    .update(JSON.stringify([json, knowledge, place]))
    .digest('hex');
  const settings = {...(JSON.parse(json) as WidgetSettings), knowledge, ...place};
  const {token} = await widgets.seed({name: 'demo', version}, settings);
  return token;
}

function placeOf(publicUrl: string | null): {domain: string; pageUrl: string} {
  const domain = publicUrl && registrableDomain(new URL(publicUrl).hostname);
  return publicUrl && domain
    ? {domain, pageUrl: `${publicUrl}/`}
    : {domain: 'localhost', pageUrl: 'http://localhost/'};
}
