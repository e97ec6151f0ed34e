import {api} from '../api/client.js';
import type {WidgetSummary} from '../api/types.js';

/** Widgets of the account, for filters and names. */
export async function widgetNames(): Promise<Map<string, string>> {
  const {widgets} = await api.get<{widgets: WidgetSummary[]}>('/widgets');
  return new Map(widgets.map(({id, name}) => [id, name]));
}

/** Options of a filter by widget. */
export function widgetOptions(names: ReadonlyMap<string, string>) {
  return [['', 'All widgets'] as const, ...names];
}
