/** A face that needs no network. */
export const AVATAR =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 36 36"%3E%3Crect width="36" height="36" fill="%23d9c7b0"/%3E%3Ccircle cx="18" cy="14" r="6" fill="%237a5c3e"/%3E%3Cellipse cx="18" cy="34" rx="12" ry="11" fill="%237a5c3e"/%3E%3C/svg%3E';
