"""The explainer in a real browser: played, paused, stepped, read aloud, with the keyboard alone and for every eye.

The page's clock is ours, so that six minutes pass in a moment.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from connecting_people.guide.scenes import SCENES
from tests.journeys.eyes import faults_of, open_eyes

ADDRESS = "/model/explainer/"
MOVING = "document.getAnimations().filter((one) => one.playState === 'running').length"
FIRST, SECOND, THIRD = (str(said.words) for said in SCENES[0].says[:3])
# A device's own voice, and one that lives elsewhere; the test says when a sentence has been said.
VOICES = """
  window.spoken = [];
  const voice = (lang, localService) => ({lang, localService, name: lang, voiceURI: lang, default: false});
  class Saying extends EventTarget { constructor(words) { super(); this.words = words; } }
  window.SpeechSynthesisUtterance = Saying;
  const synth = {
    getVoices: () => [voice("en-GB", false), voice("%s", true)],
    speak: (saying) => {
      window.spoken.push(`${saying.voice?.localService ? "here" : "elsewhere"}: ${saying.words}`);
      window.saying = saying;
    },
    cancel: () => { window.silenced = (window.silenced ?? 0) + 1; },
    addEventListener: () => {},
  };
  Object.defineProperty(window, "speechSynthesis", {value: synth});
"""

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def open_player(page: Page, live_server) -> Iterator[Callable[..., Page]]:
    """Open the page with a clock of our own; at the end the console must have been silent."""
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: faults.append(str(error)))

    def opened(hash: str = "") -> Page:
        page.clock.install()
        page.goto(f"{live_server.url}{ADDRESS}{hash}", wait_until="networkidle")
        expect(page.locator(".explainer.is-ready")).to_be_visible()
        return page

    yield opened
    assert faults == []


def caption(page: Page) -> str:
    return page.locator("[data-explainer-caption]").inner_text()


def title(page: Page) -> str:
    return page.locator("[data-explainer-title]").inner_text()


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def lit(page: Page) -> set[str]:
    """Return the parts of the picture that are neither resting nor waiting."""
    shown = page.locator(".diagram--wide [data-part]:not(.is-resting, .is-waiting)")
    return set(shown.evaluate_all("(parts) => parts.map((part) => part.dataset.part)"))


def test_it_plays_from_the_first_sentence_to_the_last_and_then_again(open_player) -> None:
    page = open_player()
    press(page, "Play from the start")
    assert (title(page), caption(page)) == (SCENES[0].title, FIRST)

    page.clock.run_for(1000 * (SCENES[0].says[0].seconds + 1))
    assert caption(page) == SECOND and lit(page) == {"service_user"}
    page.clock.run_for(1000 * sum(scene.seconds for scene in SCENES))

    assert (title(page), caption(page)) == (SCENES[-1].title, SCENES[-1].says[-1].words)
    press(page, "Play again")
    assert caption(page) == FIRST


def test_while_it_is_paused_nothing_moves_and_nothing_is_said(open_player) -> None:
    page = open_player()
    press(page, "Play from the start")
    assert page.evaluate(MOVING) > 0

    press(page, "Pause")
    page.clock.run_for(60_000)
    page.get_by_role("button", name="Play", exact=True).wait_for()

    assert caption(page) == FIRST
    assert page.locator(".is-playing").count() == 0


def test_one_goes_on_and_back_by_scenes(open_player) -> None:
    page = open_player()

    press(page, "Go on")
    assert title(page) == SCENES[1].title and lit(page) == {"agency"}
    press(page, "Go back")

    assert title(page) == SCENES[0].title


def test_it_goes_faster_when_asked(open_player) -> None:
    page = open_player()
    page.get_by_label("Speed").select_option("1.5")
    press(page, "Play from the start")

    page.clock.run_for(1000 * (SCENES[0].says[0].seconds / 1.5 + 0.5))

    assert caption(page) == SECOND


def test_the_bar_leads_anywhere_and_says_where_one_is(open_player) -> None:
    page = open_player()
    bar = page.get_by_role("slider", name="Where you are")
    middle = sum(scene.seconds for scene in SCENES[:4]) + 0.5

    bar.fill(f"{middle:.1f}")

    assert title(page) == SCENES[4].title
    expect(bar).to_have_attribute("aria-valuetext", f"{SCENES[4].title}, 1:54")


def test_it_stops_after_a_scene_with_a_question_to_talk_about(open_player) -> None:
    page = open_player()
    page.get_by_label("Stop after each scene").check()
    press(page, "Play from the start")

    page.clock.run_for(1000 * (SCENES[0].seconds + 30))
    assert caption(page) == SCENES[0].question
    expect(page.locator(".explainer__talk")).to_be_visible()
    press(page, "Play")

    assert title(page) == SCENES[1].title
    expect(page.locator(".explainer__talk")).to_be_hidden()


def test_a_scene_has_an_address(open_player) -> None:
    page = open_player("#what-stands-in-the-way")

    assert title(page) == "What stands in the way"
    assert "barriers" in lit(page) and "agency" not in lit(page)
    expect(page.get_by_role("link", name="What stands in the way", exact=True)).to_have_attribute(
        "aria-current", "true"
    )


def test_it_is_played_with_the_keyboard_alone(open_player) -> None:
    page = open_player()
    page.get_by_role("link", name="How it works", exact=True).last.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Pause")).to_be_focused()

    page.keyboard.press("Space")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    assert caption(page) == THIRD
    page.keyboard.press("ArrowLeft")
    assert caption(page) == SECOND
    page.get_by_role("slider").focus()
    page.keyboard.press("Space")

    expect(page.get_by_role("button", name="Pause")).to_be_visible()


def test_keys_do_nothing_outside_the_player(open_player) -> None:
    page = open_player()
    page.get_by_role("link", name="About", exact=True).focus()

    page.keyboard.press("ArrowRight")

    assert page.locator(".is-begun").count() == 0


def test_who_asks_for_less_motion_sees_stills_that_change(open_player, page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    open_player()
    press(page, "Play from the start")
    assert page.evaluate(MOVING) == 0

    page.clock.run_for(1000 * (SCENES[0].says[0].seconds + 1))
    assert caption(page) == SECOND
    press(page, "Go on")

    assert title(page) == SCENES[1].title
    assert page.evaluate(MOVING) == 0


def test_once_it_is_there_it_asks_the_network_for_nothing(open_player) -> None:
    page = open_player()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))

    press(page, "Play from the start")
    page.clock.run_for(1000 * sum(scene.seconds for scene in SCENES))
    press(page, "Fill the screen")
    press(page, "Make it small again")
    page.get_by_role("link", name="Coming and going", exact=True).click()
    page.set_viewport_size({"width": 375, "height": 667})

    assert asked == []


def test_a_voice_of_the_device_reads_and_the_sentences_wait_for_it(open_player, page: Page) -> None:
    page.add_init_script(VOICES % "en-GB")
    open_player()
    press(page, "Read aloud")
    page.clock.run_for(8000)
    assert page.evaluate("spoken") == [f"here: {FIRST}"]

    page.evaluate("saying.dispatchEvent(new Event('end'))")
    page.clock.run_for(2000)
    assert page.evaluate("spoken") == [f"here: {FIRST}", f"here: {SECOND}"]
    silenced = page.evaluate("silenced")
    press(page, "Pause")
    page.clock.run_for(60_000)

    assert page.evaluate("silenced") > silenced
    assert len(page.evaluate("spoken")) == 2


def test_who_leaves_in_a_hurry_leaves_in_silence(open_player, page: Page) -> None:
    page.add_init_script(VOICES % "en-GB")
    open_player()
    press(page, "Read aloud")
    silenced = page.evaluate("silenced")

    page.evaluate("document.documentElement.classList.add('is-leaving')")

    assert page.evaluate("silenced") > silenced
    assert page.locator(".is-playing").count() == 0


def test_a_voice_that_never_ends_holds_nobody_up(open_player, page: Page) -> None:
    page.add_init_script(VOICES % "en-GB")
    open_player()
    press(page, "Read aloud")

    page.clock.run_for(1000 * (4 * SCENES[0].says[0].seconds + 2))

    assert caption(page) == SECOND


def test_reading_aloud_is_not_offered_where_the_words_would_leave_the_device(open_player, page: Page) -> None:
    page.add_init_script(VOICES % "fr-FR")
    open_player()

    expect(page.get_by_role("button", name="Read aloud")).to_be_hidden()


def test_it_fills_the_screen_and_the_way_out_comes_along(open_player, cast, page: Page, live_server, settings) -> None:
    settings.QUICK_EXIT_URL = f"{live_server.url}/healthz"
    from django.test import Client

    client = Client()
    client.force_login(cast.asha)
    name = settings.SESSION_COOKIE_NAME
    page.context.add_cookies([{"name": name, "value": client.cookies[name].value, "url": live_server.url}])
    open_player()
    leave = page.locator("[data-explainer-leave]")
    expect(leave).to_be_hidden()

    press(page, "Fill the screen")
    expect(page.get_by_role("button", name="Make it small again")).to_be_visible()
    leave.click()

    page.wait_for_url("**/healthz")


def test_it_is_for_every_eye_on_every_screen(open_player, page: Page) -> None:
    open_eyes(page)
    open_player()
    faults = faults_of(page)

    page.get_by_label("Stop after each scene").check()
    press(page, "Play from the start")
    page.clock.run_for(5000)
    faults += faults_of(page)
    page.clock.run_for(1000 * SCENES[0].seconds)
    assert caption(page) == SCENES[0].question
    faults += faults_of(page)

    assert faults == []


@pytest.mark.parametrize("width", [1280, 320])
def test_everything_to_press_is_large_enough(open_player, page: Page, width) -> None:
    page.set_viewport_size({"width": width, "height": 700})
    open_player()

    pressed = page.locator(
        ".explainer button:visible, .explainer select, .explainer__label, .explainer__range, .scenes a"
    )
    sizes = pressed.evaluate_all("(all) => all.map((one) => one.getBoundingClientRect().height)")

    assert len(sizes) >= 18
    assert min(sizes) >= 44


def test_without_scripts_all_of_it_is_there_to_read(browser: Browser, live_server) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server.url}{ADDRESS}")

    expect(page.locator(".explainer .diagram--wide")).to_be_visible()
    expect(page.locator(".still")).to_have_count(len(SCENES))
    assert not page.get_by_role("slider").or_(page.locator(".explainer button")).locator("visible=true").count()
    for scene in SCENES:
        expect(page.get_by_role("heading", name=str(scene.title), exact=True)).to_be_visible()
        expect(page.get_by_text(str(scene.question))).to_be_visible()
    context.close()


def test_without_its_scripts_the_page_is_for_every_eye(page: Page, live_server, axe) -> None:
    # axe is a script itself, so that only the page's own are kept away.
    page.route("**/*.js", lambda route: route.abort())
    page.goto(f"{live_server.url}{ADDRESS}")
    expect(page.locator(".explainer button").locator("visible=true")).to_have_count(0)
    axe(page)


def test_on_paper_there_are_the_words_and_the_stills(open_player, page: Page) -> None:
    open_player()

    page.emulate_media(media="print")

    expect(page.locator(".explainer")).to_be_hidden()
    expect(page.locator(".still").first).to_be_visible()
    expect(page.get_by_role("link", name="Watch this scene").first).to_be_hidden()
