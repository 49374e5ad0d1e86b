import encodeQR from 'qr';

/** White around the code, in modules: https://www.iso.org/standard/83389.html asks for four. */
const quiet = 4;

/** A QR code as the path of an SVG: one square a dark module. */
export function qrPicture(text: string): { readonly path: string; readonly size: number } {
  const modules = encodeQR(text, 'raw', { border: quiet });
  const squares = modules.flatMap((line, y) => line.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')));
  return { path: squares.join(''), size: modules.length };
}
