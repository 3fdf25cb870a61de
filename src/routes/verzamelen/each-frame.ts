/**
 * Calls back for each new frame that a video shows, where the browser tells of frames; elsewhere when its time went on.
 * The returned function stops.
 */
export function eachFrame(video: HTMLVideoElement, seen: () => void): () => void {
	return 'requestVideoFrameCallback' in video ? byFrame(video, seen) : byTime(video, seen);
}

function byFrame(video: HTMLVideoElement, seen: () => void): () => void {
	const look = () => {
		seen();
		handle = video.requestVideoFrameCallback(look);
	};
	let handle = video.requestVideoFrameCallback(look);
	return () => video.cancelVideoFrameCallback(handle);
}

function byTime(video: HTMLVideoElement, seen: () => void): () => void {
	let before = -1;
	const look = () => {
		if (video.currentTime !== before && video.videoWidth > 0) seen();
		before = video.currentTime;
		handle = requestAnimationFrame(look);
	};
	let handle = requestAnimationFrame(look);
	return () => cancelAnimationFrame(handle);
}
