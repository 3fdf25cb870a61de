import address from '$lib/exchange/qr/read-frame-worker?worker&url';
import { trustedAddress } from '$lib/storage/journal/trusted-address';

export const frameReaderAddress: string = trustedAddress(address, 'samenwerkingsmeter-camera');
