import {OPERATOR_ROUTES} from '../operator/routes.js';
import type {Route} from '../operator/route.js';
import type {Endpoint} from './endpoints.js';

/** The operators' API, as the documentation shows it. */
export function operatorEndpoints(): Endpoint[] {
  return OPERATOR_ROUTES.map(endpointOf);
}

function endpointOf(route: Route): Endpoint {
  const {method, path, summary, query, body, status, answer, type, least, isPersonal} = route;
  const isOpen = least === 'anyone';
  return {
    ...{method, path, summary, tag: 'Operator'},
    description: isOpen
      ? 'For anybody.'
      : `Takes the role ${least}${isPersonal ? ', not a key' : ''}.`,
    ...(!isOpen && {isOfOperator: true}),
    ...(query && {query}),
    ...(body && {body}),
    answers: {
      [status]: {
        description: answer || type ? 'What was asked for.' : 'Done.',
        ...(answer && {schema: answer}),
        ...(type && {type}),
      },
    },
    refusals: {
      400: 'A field of the request is wrong; `faults` names it.',
      ...(isOpen
        ? {429: 'Too many tries; `Retry-After` says how long to wait.'}
        : {
            401: 'Nobody is signed in, or the key is not known.',
            403: 'The role does not suffice.',
            404: 'There is no such thing in the account.',
          }),
    },
  };
}
