"""Which names are one source."""

import pytest

from casualties.reconciler.voices import are_one_voice, is_same_voice
from tests.reconciler.drafts import claim

SAME = [
    ("police", "a police spokesman"),
    ("police", "the police chief"),
    ("Police", "POLICE"),
    ("Second Army", "army"),
    ("police", "Orlo police"),
    ("Police in New Kol", "deputy regional police commander Ana Rill"),
    ("Army", "commanding general Maj. Gen. Ana Rill"),
    ("government", "energy minister Ana Rill"),
    ("local officials", "head of the Velm military administration Ana Rill"),
    ("health ministry", "the health minister"),
    ("the governor", "the governor's office"),
    ("Semi Vakaloa", "Chairman Vakaloa"),
    ("fire department", "Fire Chief"),
    ("police", "police spokesman Karel Dvor"),
    ("officials", "officials"),
    ("the ministry", "ministry"),
    ("disaster agency", "the agency"),
    ("the health ministry", "ministry"),
    ("hospital managers", "a hospital manager"),
    ("the regional president", "regional president Ana Rill"),
    ("the sheriff's office", "Sheriff Ana Rill"),
    ("disaster agency", "the agency's spokesman Ana Rill"),
    ("hospital officials", "medical director of the teaching hospital Ana Rill"),
    ("officials", "interior minister Ana Rill"),
    ("local officials", "administrator of Kol Ana Rill"),
    ("local officials", "local officials and a rights group"),
    ("local officials and a civil society group", "administrator of Kol Ana Rill"),
    ("the ministry and the Red Cross Society", "the ministry"),
    ("officials", "flood relief ministry"),
    ("director of the town's clinic", "director Dr. Ana Rill"),
    ("mine's spokesman", "spokesman Ana Rill"),
    ("doctors", "hospital"),
    ("doctors", "Doctors at the Kol Clinic"),
    ("fire brigade", "fire chief Ana Rill"),
    ("disaster agency", "agency head Ana Rill"),
    ("city government", "vice-mayor Ana Rill"),
    ("city council", "the mayor"),
    ("interior ministry", "deputy minister Ana Rill"),
    ("state's information minister", "minister Ana Rill"),
    ("civil protection authority", "commander Ana Rill"),
    ("civil protection directorate", "directorate coordinator Ana Rill"),
    ("police", "Sgt. Ana Rill"),
    ("NCMP", "Sgt. Ana Rill"),
    ("rescuers", "Captain Ana Rill"),
    ("prisons service NPS", "statement"),
    ("disaster institute NIDM", "NIDM's head Ana Rill"),
    ("defence ministry", "President Ana Rill"),
    ("officials", "Prime Minister Ana Rill"),
    ("Houthi-run health ministry", "ministry spokesman Ana al-Rill"),
    ("fire agency", "official of the agency Rill Wen-liang"),
    ("UN human rights spokesman Ana Rill", "United Nations"),
    ("governor Ana de la Rill", "the governor's office"),
    ("coastguard", "Petty Officer Ana Rill"),
    ("police", "traffic commandant Ana Rill"),
    ("fire service", "Deputy director Ana Rill"),
    ("aid group Doctors Abroad", "group's country head Ana Rill"),
    ("operator", "head of the Southern Ore Company Ana Rill"),
    ("Old Orlo Doctors' Committee", "member of the doctors' committee"),
    ("prison service NPS", "director of NPS General Ana Rill"),
    ("army", "deputy commanding general Brig. Gen. Ana Rill"),
    ("Orlo officials", "Regional governor Ana Rill"),
    ("monitor", "monitoring group"),
    ("rescuers", "the rescue workers"),
    ("Orlo authorities", "the mayor"),
]
DIFFERENT = [
    ("hospital in Kol", "hospital in Velm"),
    ("government", "regional governor Ana Rill"),
    ("police", "the army"),
    ("official", "different official"),
    ("news agency", "second news agency"),
    ("health ministry", "interior ministry"),
    ("officials", "human rights groups"),
    ("officials", "police"),
    ("officials", "a rebel commander"),
    ("rebel officials", "the mayor"),
    ("officials", "the union's secretary"),
    ("A", "B"),
    ("disaster agency", "refugee agency"),
    ("a news agency", "the ministry"),
    ("police", "the police union"),
    ("health minister", "World Health Organization"),
    ("Orlo police", "Carrow police"),
    ("reports", "reports"),
    ("residents", "residents"),
    ("local media", "media reports"),
    ("witnesses", "a witness"),
    ("Dr Hela Marouf", "Elias Toa"),
    ("health ministry and the Red Cross", "police and the army"),
    ("director of the town's clinic", "director of the Kol mine Ana Rill"),
    ("mine's director", "spokesman Ana Rill"),
    ("Dr Ana Rill", "hospital"),
    ("police", "army Colonel Ana Rill"),
    ("fire brigade", "police chief Ana Rill"),
    ("health ministry", "deputy interior minister Ana Rill"),
    ("police", "the mayor"),
    ("hospital", "Captain Ana Rill"),
    ("rebels", "Captain Ana Rill"),
    ("operator", "the miners' union"),
    ("officials", "police officer Ana Rill"),
    ("rebels", "statement"),
    ("President Ana Rill", "rebel president Elias Toa"),
    ("ABC", "NPS"),
    ("police", "Deputy director Ana Rill"),
    ("hospital", "Petty Officer Ana Rill"),
    ("EU spokesman", "United Nations"),
    ("Orlo Miners' Union", "member of the doctors' committee"),
    ("hospital", "commanding general Ana Rill"),
    ("Captain Ana Rill", "rebel military spokesman Elias Toa"),
    ("Orlo officials", "Tarn governor Ana Rill"),
    ("Orlo officials", "health ministry"),
    ("Velmish officials", "the mayor"),
    ("rebel officials", "the governor"),
    ("monitor", "election monitoring group"),
    ("rescuers", "police"),
]


@pytest.mark.parametrize(("a", "b"), SAME)
def test_one_source(a: str, b: str) -> None:
    assert are_one_voice([claim("1", source=a), claim("2", source=b)])
    assert is_same_voice(claim("1", source=b), claim("2", source=a))


@pytest.mark.parametrize(("a", "b"), DIFFERENT)
def test_different_sources(a: str, b: str) -> None:
    assert not is_same_voice(claim("12", source=a), claim("15", source=b))


def test_the_articles_own_words_agree_with_any_source() -> None:
    assert is_same_voice(claim("1"), claim("2", source="police"))
    assert are_one_voice([claim("1"), claim("2", source="police"), claim("3")])
    assert not are_one_voice([claim("1", source="army"), claim("2", source="police"), claim("3")])
