import { qrMatrix } from '../../../src/lib/exchange/qr/draw-qr';
import { packResponse } from '../../../src/lib/exchange/response/response-code';
import { responseQrText } from '../../../src/lib/exchange/response/response-qr';
import { termsOf } from '../../../src/lib/domain/measurement/terms';
import { askedIn } from '../../../src/lib/domain/measurement/asked';
import type { Answer, Score } from '../../../src/lib/domain/measurement/measurement';
import { aResponse } from '../../builders/records';
import { measurementOf, questionnaire } from '../setting/workshop';
import type { Chance } from './chance';

/** The screen of a phone with the hand-back page, in the CSS pixels of a phone 360 wide. */
export interface HandBackScreen {
	/** What the QR code says. */
	text: string;
	width: number;
	height: number;
	/** Of the QR code with its quiet zone: left, top and side. */
	qr: { left: number; top: number; side: number; modules: number };
	/** How light a place is, from 0 to 1; 0.5 beside the phone is not asked. */
	lightAt: (x: number, y: number) => number;
}

/** As measured on the page at 360 × 740, scrolled so that the code is whole: the QR code is as wide as the text. */
const WIDTH = 360;
const HEIGHT = 740;
const PAGE = 0.97;
const INK = 0.12;

interface Bar {
	left: number;
	top: number;
	width: number;
	height: number;
}

/**
 * A response with random answers, as a phone shows it. @param side of the QR code with its quiet zone, in CSS pixels
 */
export function handBackScreen(chance: Chance, side = 328): HandBackScreen {
	const text = randomQrText(chance);
	const matrix = qrMatrix(text);
	const modules = matrix.length;
	const qr = { left: (WIDTH - side) / 2, top: chance.between(90, 330), side, modules };
	const bars = [...headingAbove(qr.top, chance), ...codeBelow(qr.top + side, chance)];
	const lightAt = (x: number, y: number): number => {
		const column = Math.floor(((x - qr.left) / side) * modules);
		const row = Math.floor(((y - qr.top) / side) * modules);
		if (row >= 0 && column >= 0 && row < modules && column < modules) return matrix[row]?.[column] === true ? 0 : 1;
		for (const bar of bars) {
			if (x >= bar.left && y >= bar.top && x < bar.left + bar.width && y < bar.top + bar.height) return INK;
		}
		return PAGE;
	};
	return { text, width: WIDTH, height: HEIGHT, qr, lightAt };
}

function randomQrText(chance: Chance): string {
	const measurement = measurementOf(Math.floor(chance.between(0, 256)), 'open');
	const answer = (): Answer => (chance.happens(0.05) ? 'unknown' : ((1 + Math.floor(chance.between(0, 5))) as Score));
	const asked = askedIn(questionnaire);
	const id = Array.from({ length: 10 }, () => Math.floor(chance.between(0, 16)).toString(16)).join('');
	const response = aResponse({
		id,
		measurementId: measurement.id,
		groupId: measurement.groups[chance.happens(0.5) ? 0 : 1]?.id ?? '',
		answers: Object.fromEntries(asked.itemIds.map((itemId) => [itemId, answer()]))
	});
	const terms = termsOf({ ...measurement, measurementId: measurement.id }, questionnaire);
	return responseQrText(packResponse({ terms, ...asked, response }), terms);
}

/** Lines of text as strokes of letters. */
function headingAbove(bottom: number, chance: Chance): Bar[] {
	return lines(bottom - 220, bottom - 16, { size: 20, gap: 32 }, chance);
}

function codeBelow(top: number, chance: Chance): Bar[] {
	return [
		...lines(top + 20, top + 50, { size: 18, gap: 32 }, chance),
		...lines(top + 60, HEIGHT, { size: 17, gap: 38 }, chance)
	];
}

function lines(from: number, to: number, { size, gap }: { size: number; gap: number }, chance: Chance): Bar[] {
	const bars: Bar[] = [];
	for (let top = from; top + size <= to; top += gap) {
		if (top < 0) continue;
		const end = chance.between(180, WIDTH - 20);
		for (let left = 16; left < end; left += size * 0.55) {
			if (chance.happens(0.12)) continue;
			const stroke = { left, top, width: size * 0.12, height: size * 0.75 };
			const across = { left, top: top + chance.between(0, size * 0.6), width: size * 0.4, height: size * 0.12 };
			bars.push(stroke, across);
		}
	}
	return bars;
}
