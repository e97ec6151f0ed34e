import type {Request, RequestHandler} from 'express';
import {WIDGET_TOKEN_PATTERN} from '../../../src/contract/index.js';
import {isAllowedOn, parseOrigin} from '../domain/admission/origin.js';
import type {WidgetStore} from '../domain/widgets/widget-store.js';
import {siteOfWidget, type PublishedWidget, type Site} from '../domain/widgets/widget.js';
import {Problem} from './problem.js';

/** Refuses requests without `Origin`, before their body is read (§2.4). */
export function requireOrigin(isRequired: boolean): RequestHandler {
  return (request, _response, next) => {
    if (!isRequired || request.get('origin') !== undefined) next();
    else next(originRequired());
  };
}

/** A widget that this page may use, and the page's origin as challenges are bound to it. */
export interface Admission {
  widget: PublishedWidget;
  origin: string;
}

/**
 * Checks a request's token, origin and widget, in this order (contract §1).
 *
 * @throws {Problem} 401 unknown token, 403 origin, 409 not live.
 */
export async function admit(request: Request, widgets: WidgetStore): Promise<Admission> {
  const widget = await widgetOf(request.body, widgets);
  const origin = checkOrigin(request.get('origin'), siteOfWidget(widget));
  if (widget.status !== 'live') {
    throw new Problem(
      409,
      'This widget is not live yet. Publish it in the dashboard or with `aiw-server widget publish`.',
    );
  }
  return {widget, origin};
}

/**
 * The origin of a request in a browser's serialisation; empty where there is none and none is required.
 *
 * @throws {Problem} 403
 */
export function checkOrigin(header: string | undefined, site: Site): string {
  if (header === undefined) return '';
  const origin = parseOrigin(header);
  if (origin && isAllowedOn(origin, site)) return origin.href;
  throw new Problem(
    403,
    "This page's origin does not share a registrable domain with the widget. Change the widget's domain in the dashboard, or make a widget for this domain.",
    {code: 'ORIGIN_NOT_ALLOWED'},
  );
}

function originRequired(): Problem {
  return new Problem(
    401,
    "The request has no Origin header. Add one that matches the widget's domain; browsers send it by themselves.",
    {code: 'ORIGIN_REQUIRED'},
  );
}

async function widgetOf(body: unknown, widgets: WidgetStore): Promise<PublishedWidget> {
  const token = typeof body === 'object' && body !== null && 'token' in body ? body.token : null;
  const isToken = typeof token === 'string' && WIDGET_TOKEN_PATTERN.test(token);
  const widget = isToken ? await widgets.byToken(token) : null;
  if (widget) return widget;
  throw new Problem(
    401,
    'This widget token is not known. Copy the embed snippet from the dashboard again.',
  );
}
