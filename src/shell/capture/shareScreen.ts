/** Longest side of a picture, in pixels. */
const maxSidePixels = 2_560;

/** Asks the person for a screen, window or tab, and takes one frame of it. */
export async function shareScreen(signal: AbortSignal): Promise<HTMLCanvasElement> {
  // Chromium's own options come first to this tab; other browsers do not know them.
  const wishes = {
    video: true,
    audio: false,
    preferCurrentTab: true,
    selfBrowserSurface: 'include',
  };
  const stream = await navigator.mediaDevices.getDisplayMedia(wishes);
  const video = document.createElement('video');
  try {
    signal.throwIfAborted(); // the person has answered too late
    video.srcObject = stream;
    video.muted = true;
    await video.play();
    return draw(video, video.videoWidth, video.videoHeight);
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}

/** The source on a canvas, made smaller where it is very large. */
export function draw(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const scale = Math.min(1, maxSidePixels / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}
