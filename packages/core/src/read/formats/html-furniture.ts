/** The parts of a DOM element that tell page furniture from the story. */
export interface FurnitureElement {
  readonly tagName: string;
  getAttribute(name: string): string | null;
}

/** Elements that never hold story text. */
const TAGS = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE SVG MATH IFRAME OBJECT EMBED CANVAS FORM BUTTON INPUT SELECT TEXTAREA NAV ASIDE FOOTER DIALOG AUDIO VIDEO MAP HEAD LINK META MENU".split(
    " ",
  ),
);
const ROLES = new Set(
  "dialog alertdialog navigation banner contentinfo complementary search menu menubar toolbar tablist alert status".split(
    " ",
  ),
);

/** Words in a class or id that mark furniture; each is compared with whole parts of the name. */
const WORDS = new Set(
  `cookie cookies consent cmp gdpr ccpa privacy onetrust newsletter subscribe subscription signup sign-up teaser teasers
related recommended recommendations recommendation promo promos promotion sidebar comment comments disqus share sharing
social socials ad ads advert adverts advertisement advertising sponsor sponsored breadcrumb breadcrumbs ticker breaking
menu nav navbar navigation footer popup modal overlay paywall trending popular mostread tags taglist pagination pager
widget widgets skip toolbar masthead topbar bottombar outbrain taboola readmore further morestories login register
feedback survey donate donation banner notice alert card cards carousel slideshow playlist byline-bio author-bio bio print
tools utility sticky promoted partner partners weather poll quiz survey hidden`.split(/\s+/),
);
const PHRASES =
  /(also[-_]?read|read[-_]?(also|more|next)|more[-_]?(from|on|stories|news)|you[-_]?may|most[-_]?(read|popular)|up[-_]?next|sign[-_]?up|call[-_]?to[-_]?action)/;
/** Classes that hold the story even when another part of their name looks like furniture. */
const STORY =
  /(^|[-_ ])(article|story|entry|post|content)[-_]?(body|content|text|main)|(article|story|post)body/;

/** True for an element that is page furniture: its text is left out of the stored text. */
export function isFurniture(element: FurnitureElement): boolean {
  if (TAGS.has(element.tagName.toUpperCase())) return true;
  const role = element.getAttribute("role");
  if (role !== null && ROLES.has(role.trim().toLowerCase())) return true;
  if (element.getAttribute("aria-hidden") === "true") return true;
  if (element.getAttribute("hidden") !== null) return true;
  if (/display\s*:\s*none/i.test(element.getAttribute("style")?.slice(0, 300) ?? "")) return true;
  const name = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
  return isFurnitureName(name.slice(0, 500).toLowerCase());
}

function isFurnitureName(name: string): boolean {
  if (name.trim() === "") return false;
  if (STORY.test(name)) return false;
  if (PHRASES.test(name)) return true;
  return name.split(/[\s_-]+/).some((part) => WORDS.has(part));
}
