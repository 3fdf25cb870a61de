const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

/** A PNG of one point, for tests that need a picture and do not look at it. */
export const onePoint = (): Blob => new Blob([Uint8Array.from(atob(PNG), (sign) => sign.charCodeAt(0))]);
