/** What this site tells its agent: where it is served, what the site can do, and in which words. */
import type {PageTools} from 'aiw-voice-widget';

export const token: string = import.meta.env.AIW_TOKEN ?? '';
export const backendUrl: string = import.meta.env.AIW_BACKEND_URL ?? 'http://localhost:8787';

/** Functions that the agent may call. */
export const clientTools: PageTools = {
  orderStatus: {
    description: 'Looks up where an order is',
    parameters: {type: 'object', required: ['id'], properties: {id: {type: 'string'}}},
    handler: ({id}) => `Order ${String(id)} is on its way.`,
  },
};

/** Words in place of the widget's own. */
export const textContents = {typeMessage: 'Ask Fernhill anything'};
