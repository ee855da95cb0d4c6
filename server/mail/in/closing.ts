/** Lines that mail programs append to a reply. */
const devices =
  /^(sent (from|with|via)|get outlook for|enviado (desde|do|a partir|con|com)|von meinem|gesendet (mit|von)|diese nachricht wurde von meinem|envoyé (de(puis)?|avec|à partir)|télécharge[rz]? outlook|obtenez outlook|inviato da|scarica outlook|(verzonden|verstuurd) (vanaf|met)|outlook voor|skickat från|hämta outlook|sendt fra|hent outlook|wysłan[eo] z|pobierz (aplikację )?outlook|отправлено (из|с)|надіслано з|odesláno z|lähetetty|iphone'umdan|ios için outlook|android uygulaması|obtener outlook|obter o outlook|outlook für (ios|android) (herunterladen|beziehen)|yahoo mail:|נשלח מ|أرسلت? من|تم الإرسال من)/iu;
/** People can begin a sentence like this too, but programs name a product. */
const product =
  /i(phone|pad|pod|os)|android|galaxy|samsung|huawei|xiaomi|pixel|oneplus|blackberry|windows|outlook|(?<![\p{L}-])mail(?!\p{L})|yahoo|proton|spark|superhuman|tuta|thunderbird|smartphone|handy|mobile|móvil|celular|téléphone|telefon|tablet/iu;
const devicesAtEnd =
  /(iphone|ipad|android|galaxy|outlook|outlook for ios|携帯|スマートフォン)\S{0,10}\s?(から送信|を入手|发送|傳送|보냄|gönderildi|edinin)$|^(发自|來自|从)我的(?=.*(iphone|ipad|android|手机|手機|华为|小米|galaxy|mail))/iu;
const maxDeviceLength = 120;
/** Maximum length of a signature. More lines below "-- " are text. */
const maxSignatureLines = 12;

/**
 * Returns the number of lines of a reply, without trailing blank lines, device lines and signature.
 */
export function endOfAnswer(lines: readonly string[]): number {
  let end = withoutFurniture(lines, lines.length);
  for (let at = end - 1; at > 0 && at >= end - maxSignatureLines; at -= 1) {
    // RFC 3676: the separator is two dashes and a space. Without the space it is a line of the
    // author.
    if (lines[at] !== '-- ') continue;
    end = withoutFurniture(lines, at);
    break;
  }
  return end;
}

function withoutFurniture(lines: readonly string[], from: number): number {
  let end = from;
  while (end > 0 && isFurniture(lines[end - 1] ?? '')) end -= 1;
  return end;
}

function isFurniture(line: string): boolean {
  const text = line.slice(0, maxDeviceLength + 1).trim();
  if (text === '') return true;
  if (text.length > maxDeviceLength) return false;
  // After a comma, the author can go on with a sentence that names a product as well.
  const named = text.split(/[,;]\s/)[0] ?? '';
  const isOfProgram =
    devices.test(text) && product.test(named) && !/^(?!iphone|ios)\p{Ll}/u.test(text);
  return isOfProgram || devicesAtEnd.test(text);
}
