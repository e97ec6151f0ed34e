/** What this site tells its agent: where it is served, what the site can do, and in which words. */
import type {PageTools} from 'aiw-voice-widget';

/** Put in by the build: `define` in angular.json, or `ng build --define`. */
declare const AIW_TOKEN: string;
declare const AIW_BACKEND_URL: string;

export const token = AIW_TOKEN;
export const backendUrl = AIW_BACKEND_URL;

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
