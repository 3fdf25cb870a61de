import address from './journal-worker?worker&url';
import { trustedAddress } from './trusted-address';

export const workerAddress: string = trustedAddress(address, 'samenwerkingsmeter-journal');
