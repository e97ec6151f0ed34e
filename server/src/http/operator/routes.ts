import {ARCHIVE_ROUTES} from './archive.js';
import {HAND_OVER_ROUTES} from './hand-over.js';
import {IDENTITY_ROUTES} from './identity.js';
import {NAVIGATION_ROUTES} from './navigation.js';
import {PEOPLE_ROUTES} from './people.js';
import type {Route} from './route.js';
import {SIGN_IN_ROUTES} from './signing-in.js';
import {WEBHOOK_ROUTES} from './webhooks.js';
import {WIDGET_ROUTES} from './widgets.js';
import {WIZARD_ROUTES} from './wizard.js';

/** Every route of the operators' API: served, documented and tested from this one table. */
export const OPERATOR_ROUTES: readonly Route[] = [
  ...SIGN_IN_ROUTES,
  ...PEOPLE_ROUTES,
  ...WIDGET_ROUTES,
  ...WIZARD_ROUTES,
  ...IDENTITY_ROUTES,
  ...NAVIGATION_ROUTES,
  ...ARCHIVE_ROUTES,
  ...HAND_OVER_ROUTES,
  ...WEBHOOK_ROUTES,
];
