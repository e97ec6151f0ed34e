/** Where the agent is. Read on the server, when a page is asked for. */
export const token = process.env.AIW_TOKEN ?? '';
export const backendUrl = process.env.AIW_BACKEND_URL ?? 'http://localhost:8787';
