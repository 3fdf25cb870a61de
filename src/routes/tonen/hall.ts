import { MediaQuery } from 'svelte/reactivity';
import { given } from '$lib/domain/given';

/**
 * Whether a slide fills the screen, in sizes that follow its height. On a phone, in a small window or with letters that
 * someone enlarges, it is a page like any other, which may scroll.
 */
export function hallScreen(): { readonly current: boolean } {
	return given(() => new MediaQuery('(min-width: 56.25em) and (min-height: 30em)')) ?? { current: true };
}

/** A screen is so many units high, whatever it is: sizes of a slide are given in them. */
export const HALL_UNITS = 720;
