/** Maximum length of the longer side of a picture. */
const maxSidePixels = 2_560;

/** Prompts the person to share a screen, window or tab, and captures one frame of it. */
export async function shareScreen(signal: AbortSignal): Promise<HTMLCanvasElement> {
  // Options of Chromium that offer this tab first. Other browsers ignore them.
  const options = {
    video: true,
    audio: false,
    preferCurrentTab: true,
    selfBrowserSurface: 'include',
  };
  const stream = await navigator.mediaDevices.getDisplayMedia(options);
  const video = document.createElement('video');
  try {
    signal.throwIfAborted(); // the person answered too late
    video.srcObject = stream;
    video.muted = true;
    await video.play();
    return draw(video, video.videoWidth, video.videoHeight);
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}

/** Draws the source on a canvas, scaled down if it is very large. */
export function draw(source: CanvasImageSource, width: number, height: number): HTMLCanvasElement {
  const scale = Math.min(1, maxSidePixels / Math.max(width, height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return canvas;
}
