/** Every page is a file that the build has written. */
export const prerender = true;
