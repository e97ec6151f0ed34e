import {api} from '../api/client.js';
import type {Role, Who} from '../api/types.js';

const NOBODY: Who = {isSetUp: true, operator: null, account: null};
const ROLES: readonly Role[] = ['viewer', 'editor', 'owner'];

/** Who is signed in, as the server last said. */
class Session extends EventTarget {
  who: Who = NOBODY;

  /** Asks the server. */
  async refresh(): Promise<Who> {
    this.who = await api.get<Who>('/session');
    this.dispatchEvent(new Event('change'));
    return this.who;
  }

  /** Whether whoever is signed in may do what takes this role. */
  may(least: Role): boolean {
    const role = this.who.operator?.role;
    return role !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(least);
  }

  forget(): void {
    this.who = {...NOBODY, isSetUp: this.who.isSetUp};
    this.dispatchEvent(new Event('change'));
  }
}

export const session = new Session();
