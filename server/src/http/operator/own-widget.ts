import type {Audit} from '../../domain/operators/audit.js';
import type {Member} from '../../domain/operators/operators.js';
import type {WidgetRecord} from '../../domain/widgets/widget-store.js';
import type {Widgets} from '../../domain/widgets/widgets.js';
import {Problem} from '../problem.js';
import type {OperatorServices} from './route.js';

/** Who asks for what. */
interface OfMember {
  services: OperatorServices;
  member: Member;
}

/** Notes what is done in the name of whoever asks. */
export function auditOf({services, member}: OfMember): Audit {
  return services.auditFor(member.actor, member.accountId);
}

/** What is done to widgets in the name of whoever asks. */
export function widgetsOf(asked: OfMember): Widgets {
  return asked.services.widgetsFor(auditOf(asked));
}

/** The widget of a route's `:id`, which is of the account. @throws {Problem} 404 */
export async function ownWidget({
  services,
  member,
  params,
}: OfMember & {params: Readonly<Record<string, string>>}): Promise<WidgetRecord> {
  const widget = await services.store.widgets.byId(params['id'] ?? '');
  if (widget?.accountId === member.accountId) return widget;
  throw noWidget();
}

export function noWidget(): Problem {
  return new Problem(404, 'There is no such widget in your account. See the list of widgets.');
}
