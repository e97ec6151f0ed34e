/** What this site tells its agent, and its router for guided navigation. */
import type {PageTools} from 'aiw-voice-widget';
import 'aiw-voice-widget/define';
import {navigate} from 'astro:transitions/client';

const clientTools: PageTools = {
  orderStatus: {
    description: 'Looks up where an order is',
    parameters: {type: 'object', required: ['id'], properties: {id: {type: 'string'}}},
    handler: ({id}) => `Order ${String(id)} is on its way.`,
  },
};

const widget = document.querySelector('aiw-voice-widget');
if (widget) {
  widget.clientTools = clientTools;
  widget.textContents = {typeMessage: 'Ask Fernhill anything'};
  widget.onNavigate(path => navigate(path));
}
