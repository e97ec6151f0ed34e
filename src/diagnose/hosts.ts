const LOCAL_NAME = /^(?:(?:.+\.)?localhost|.+\.local)$/;
const PRIVATE_V4 = /^(?:127|10|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+)+$/;
const PRIVATE_V6 = /^(?:::1|f[cd][\da-f]{2}:.*|fe[89ab][\da-f]:.*)$/;

/** Whether a host name, as a URL has it, is this machine's own or one of a private network. */
export function isPrivateHost(hostname: string): boolean {
  const host = hostname.replace(/^\[|\]$/g, '');
  return [LOCAL_NAME, PRIVATE_V4, PRIVATE_V6].some(pattern => pattern.test(host));
}
