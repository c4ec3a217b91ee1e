"""One room per kind of page, and the table that leads to them."""

from hsct_aid.domain.aid import Kind
from hsct_aid.ui.pages.availability import AvailabilityPage
from hsct_aid.ui.pages.candidacy import CandidacyPage
from hsct_aid.ui.pages.evidence import EvidencePage
from hsct_aid.ui.pages.page import Page
from hsct_aid.ui.pages.process import ProcessPage
from hsct_aid.ui.pages.questions import QuestionsPage
from hsct_aid.ui.pages.quiz import QuizPage
from hsct_aid.ui.pages.standing import StandingPage
from hsct_aid.ui.pages.start import StartPage
from hsct_aid.ui.pages.summary import SummaryPage
from hsct_aid.ui.pages.values import ValuesPage
from hsct_aid.ui.pages.visit import VisitPage
from hsct_aid.ui.pages.welcome import WelcomePage

PAGES: dict[Kind, type[Page]] = {
    "welcome": WelcomePage,
    "start": StartPage,
    "process": ProcessPage,
    "candidacy": CandidacyPage,
    "evidence": EvidencePage,
    "availability": AvailabilityPage,
    "values": ValuesPage,
    "quiz": QuizPage,
    "questions": QuestionsPage,
    "standing": StandingPage,
    "summary": SummaryPage,
    "visit": VisitPage,
}
