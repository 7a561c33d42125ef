/** How long the phone may look for itself, ms. */
const PATIENCE = 15_000;

/**
 * Where this phone is. Asked only when the person tapped the button.
 * @returns {Promise<import('./types.d.ts').Place>} rejects with an Error whose message is the key of a sentence
 */
export function here() {
  return new Promise((resolve, reject) => {
    if (!isSecureContext || !navigator.geolocation) {
      reject(new Error('place.unsupported'));
      return;
    }
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ type: 'GeoCoordinates', latitude: coords.latitude, longitude: coords.longitude }),
      ({ code }) => reject(new Error(code === 1 ? 'place.denied' : 'place.notFound')),
      { enableHighAccuracy: true, timeout: PATIENCE, maximumAge: 60_000 },
    );
  });
}
