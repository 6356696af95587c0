"""Outcomes: what was done, to whom, how many; totals, parts, and what is said twice."""

from __future__ import annotations

import pandas as pd
import pytest

from analysis import Tables


def _count(row: pd.Series) -> str:
    low, high = row.count_low, row.count_high
    if pd.isna(low) and pd.isna(high):
        return ""
    if pd.notna(low) and pd.notna(high) and low == high:
        return str(int(low))
    return f"{'' if pd.isna(low) else int(low)}..{'' if pd.isna(high) else int(high)}"


def rows_of(tables: Tables, *outcomes: str) -> list[str]:
    """The outcomes as words, in text order: "killed: soldiers 14..", parts after a ">"; all, or only some kinds."""
    kept = [r for r in tables.outcomes.itertuples() if not outcomes or r.outcome in outcomes]
    return [
        f"{'> ' if pd.notna(r.part_of) else ''}{r.outcome}: {'' if pd.isna(r.target) else r.target} {_count(r)}".strip()
        for r in kept
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Gunmen took four boys near Hadar. The boys were killed the next day.", ["killed: boys 4"], id="the plural"
        ),
        pytest.param(
            "A suicide bomber struck a base. In addition to the bomber, at least 14 soldiers were killed.",
            ["killed: bomber 1", "killed: soldiers 14.."],
            id="in addition to",
        ),
        pytest.param(
            "Gunmen abducted a police chief along with eight of his guards. The hostages were shot and killed.",
            ["killed: hostages 9"],
            id="hostages are those taken",
        ),
        pytest.param(
            "An attacker stabbed a soldier and a clerk. The soldier and clerk were injured.",
            ["wounded: soldier 1", "wounded: clerk 1"],
            id="one article for two",
        ),
        pytest.param("The driver was killed.", ["killed: driver"], id="a definite singular has no number of its own"),
        pytest.param(
            "Two soldiers left camp and two soldiers followed. The soldiers were killed.",
            ["killed: soldiers"],
            id="two phrases fit: no number",
        ),
        pytest.param(
            "Three soldiers fled. The soldier who led them was killed.", ["killed: soldier"], id="a clause tells which"
        ),
    ],
)
def test_a_definite_target_takes_the_number_of_what_it_goes_back_to(read_example, text, expected):
    """ "The boys" are as many as the boys before; where nothing before fits, the cell is empty."""
    assert rows_of(read_example(text)[0], "killed", "wounded") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Six people, including four soldiers, one nurse, and one guard, were injured.",
            ["wounded: people 6", "> wounded: soldiers 4", "> wounded: nurse 1", "> wounded: guard 1"],
            id="the last of the list",
        ),
        pytest.param(
            "At least 16 members of the unit, including a commander, and 10 rebels were killed.",
            ["killed: members 16..", "> killed: commander 1", "killed: rebels 10"],
            id="after the list",
        ),
        pytest.param(
            "At least seven guards, including officers and cadets, and three bandits were killed.",
            ["killed: guards 7..", "> killed: officers", "> killed: cadets", "killed: bandits 3"],
            id="the list has closed",
        ),
        pytest.param(
            "5 people including 3 women, 1 child, and 1 nurse and 20 rebels were killed.",
            ["killed: people 5", "> killed: women 3", "> killed: child 1", "> killed: nurse 1", "killed: rebels 20"],
            id="the total is reached",
        ),
        pytest.param(
            "Rahimi, the speaker of parliament, three guards, one local civilian, and one visitor were injured.",
            ["wounded: Rahimi 1", "wounded: guards 3", "wounded: local civilian 1", "wounded: visitor 1"],
            id="after an apposition",
        ),
        pytest.param(
            "Two farmers from the village, and 1 guard were killed.",
            ["killed: farmers 2", "killed: guard 1"],
            id="a subject in two pieces",
        ),
    ],
)
def test_a_number_includes_its_parts_and_no_more(read_example, text, expected):
    """What "including" opens is part of the number before it; what follows the closed list is counted on its own."""
    assert rows_of(read_example(text)[0]) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At least three people, two of them children, were killed.", ["killed: people 3..", "> killed: children 2"]),
        (
            "Five people died: three soldiers and two civilians.",
            ["killed: people 5", "> killed: soldiers 3", "> killed: civilians 2"],
        ),
        ("Two soldiers, a clerk and a nurse died.", ["killed: soldiers 2", "killed: clerk 1", "killed: nurse 1"]),
        ("The strike left five dead and 20 injured.", ["killed: five 5", "wounded: 20 20"]),
        (
            "The rebels killed five soldiers, wounded seven and captured two.",
            ["killed: soldiers 5", "wounded: soldiers 7", "arrested: soldiers 2"],
        ),
        ("The attackers, three of whom were killed, fled.", ["killed: attackers 3"]),
        ("Two policemen were shot and killed a short time later.", ["killed: policemen 2"]),
        ("Three people died and two others, both clerks, were wounded.", ["killed: people 3", "wounded: others 2"]),
        ("Two soldiers died and a third was hurt.", ["killed: soldiers 2", "wounded: soldiers 1"]),
        ("The militia massacred 46 displaced people.", ["killed: displaced people 46"]),
        ("Some 40 villagers were killed.", ["killed: villagers 40"]),
        ("There were no casualties.", ["killed: casualties 0"]),
        ("Gunmen shot dead a councillor.", ["killed: councillor 1"]),
        ("Police found 100 kg of explosives.", ["found: explosives"]),
        (
            "They recovered four rifles, two motorcycles and a radio.",
            ["seized: rifles 4", "seized: motorcycles 2", "seized: radio 1"],
        ),
        ("The militia captured a town and 12 rebels.", ["captured territory: town 1", "arrested: rebels 12"]),
    ],
)
def test_counts_by_wording(read_example, text, expected):
    """Lists, elided nouns, parts after a colon or "of them", several kinds in one list: each number once."""
    assert rows_of(read_example(text)[0]) == expected


CLASSES = {
    "killed": [
        ("Four miners succumbed to their injuries.", "miners 4"),
        ("The raid killed or wounded 60 farmers.", "farmers 60"),
        ("The raid left one farmer killed and two missing.", "farmer 1"),
    ],
    "surrendered": [
        ("Sixteen fighters surrendered to troops in the north.", "fighters 16"),
        ("Dozens of militants gave themselves up.", "militants 24.."),
        ("Two rebels turned themselves in to the army.", "rebels 2"),
        ("An insurgent commander laid down his weapons.", "commander 1"),
        ("Eight guerrillas yielded to the marines.", "guerrillas 8"),
        ("One soldier and two policemen defected.", "soldier 1 | policemen 2"),
    ],
    "seized": [
        ("Raiders made off with four tractors.", "tractors 4"),
        ("Raiders made off with two tractors and heavy guns.", "tractors 2 | heavy guns"),
        ("Police seized 12 rifles and 3,000 rounds.", "rifles 12 | rounds 3000"),
        ("The navy confiscated two tons of cocaine.", "cocaine"),
        ("Soldiers looted cash and cattle.", "cash | cattle"),
        ("Several shops were looted overnight.", "shops 3.."),
        ("Herders said bandits rustled 40 cows.", "cows 40"),
        ("Customs officers impounded a truck at the border.", "truck 1"),
    ],
    "found": [
        ("Soldiers discovered two tunnels in the valley.", "tunnels 2"),
        ("The bodies of five villagers were recovered from a well.", "villagers 5"),
        ("Troops found a large amount of ammunition believed to belong to the group.", "ammunition"),
        ("Police unearthed a cache of grenades.", "cache 1"),
        ("Seven bodies were pulled from the rubble.", "bodies 7"),
    ],
    "defused": [
        ("Engineers defused three roadside bombs.", "roadside bombs 3"),
        ("The bomb squad safely detonated a mortar shell.", "mortar shell 1"),
        ("Experts made the device safe.", "device"),
        ("The device was dismantled before it could go off.", "device"),
        ("Sappers neutralised 15 mines.", "mines 15"),
    ],
    "displaced": [
        ("The fighting displaced more than 20,000 people.", "people 20001.."),
        ("About 3,000 families fled their homes.", "families 3000"),
        ("Some 40 households abandoned their homes.", "households 40"),
        ("Civilians were evacuated from the suburb.", "Civilians"),
    ],
    "cleared or secured": [
        ("The army cleared three villages of militants.", "villages 3"),
        ("Troops combed two valleys.", "valleys 2"),
        ("Soldiers drove the militants out of the district.", "militants"),
        ("The marines secured the road.", "road"),
    ],
    "captured territory": [
        ("The rebels captured the border town.", "border town"),
        ("Troops retook Ras Lanuf from the militia.", "Ras Lanuf"),
        ("Fighters overran an army base.", "base 1"),
        ("They have taken the control of a castle.", "castle 1"),
        ("The garrison left the bridge, which allowed the rebels to seize it without a fight.", "bridge"),
        ("The town fell to the rebels.", "town"),
        ("The coalition handed control of the camp to the army.", "camp"),
    ],
    "deployed": [
        ("The military deployed 2,000 soldiers to the border.", "soldiers 2000"),
        ("Ankara moved dozens of tanks into the province.", "tanks 24.."),
        ("The ministry sent tanks and troops to the north.", "tanks | troops"),
        ("A military convoy entered the base.", "military convoy 1"),
        ("The army created a new base.", "new base 1"),
        ("Militants planted mines along the road.", "mines"),
    ],
    "launched operation": [
        ("The army launched an offensive against the rebels.", "offensive"),
        ("Police mounted a manhunt.", "manhunt"),
        ("The gendarmes carried out a search operation.", "search operation"),
    ],
    "attacked": [
        ("The base came under heavy shelling.", "base"),
        ("A helicopter dropped two barrel bombs on the town.", "town"),
        ("Munitions were dropped on a farm.", "farm 1"),
        ("A farmer stepped on a landmine.", "farmer 1"),
        ("Rockets landed near the airport.", "airport"),
        ("Explosions were heard in the capital.", "Explosions"),
        ("Gunmen carried out several shootings.", "shootings 3.."),
        ("Troops repelled an attack on the camp.", "camp"),
        ("Police used tear gas against protesters.", "protesters"),
        ("The patrol ran into an ambush.", "patrol"),
        ("The army laid siege to the town.", "town"),
        ("The blast ripped through a bus.", "bus 1"),
        ("Jets rained bombs on the village.", "village"),
        ("A man detonated a lorry packed with explosives at a checkpoint.", "checkpoint 1"),
    ],
    "clashed": [
        ("A shoot-out between rival gangs took place.", "gangs"),
        ("Soldiers were engaged in a fire exchange with gunmen.", "Soldiers; gunmen"),
        ("The two tribes clashed near the well.", "tribes"),
        ("The two sides clashed again.", "sides"),
        ("Troops battled rebels in the hills.", "Troops; rebels"),
    ],
    "destroyed": [
        ("About 150 troops set fire to houses.", "houses"),
        ("The militants set three huts ablaze.", "huts 3"),
        ("The gang set the premises of a company on fire.", "premises"),
        ("A blaze gutted nine stalls.", "stalls 9"),
        ("Soldiers dismantled two camps.", "camps 2"),
    ],
    "arrested": [
        ("Fifty persons were held on Tuesday.", "persons 50"),
        ("Ten men entered the bank. They were arrested.", "men 10"),
        ("The army took five people from the village.", "people 5"),
        ("Preventive arrests have been made.", ""),
    ],
    "kidnapped": [
        ("Unknown men took away two brothers from their home.", "brothers 2"),
        ("Pirates snatched three sailors.", "sailors 3"),
        ("Bandits abducted a chief along with eight guards.", "chief 1 | guards 8"),
    ],
}


@pytest.mark.parametrize(
    ("outcome", "text", "expected"),
    [pytest.param(kind, *case, id=case[0]) for kind, cases in CLASSES.items() for case in cases],
)
def test_every_class_of_the_codebook_is_found_in_its_own_words(read_example, outcome, text, expected):
    """One row per target of the class, with its count; nothing of another class."""
    rows = rows_of(read_example(text)[0])
    assert rows == [f"{outcome}: {target}".strip() for target in expected.split(" | ")]


@pytest.mark.parametrize(
    "text",
    [
        "Prices fell in the town.",
        "The town fell silent.",
        "The talks yielded no result.",
        "Soldiers took up positions near the bridge.",
        "A convoy carrying aid arrived in the town.",
        "The committee seized on the report.",
        "The minister was attacked by critics over the budget.",
        "Soldiers took three men to hospital.",
        "The army advanced towards the town.",
        "The plane landed at the airport.",
        "The police held a press conference.",
        "Troops seized the opportunity.",
        "The army dropped its demands on the town.",
        "Officers executed nine search warrants.",
        "The disease killed hundreds of chickens.",
    ],
)
def test_everyday_senses_of_the_same_words_are_no_outcome(read_example, text):
    """Falling prices, landing planes, press conferences: no deed."""
    assert rows_of(read_example(text)[0]) == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        pytest.param("Two men were killed in police firing.", "police", id="the firing's owner"),
        pytest.param("Two men were killed when police opened fire.", "police", id="the clause of time"),
        pytest.param("One was killed and six were wounded in an attack by rebels.", "rebels", id="a shared setting"),
        pytest.param("The coalition handed control of a camp to the army.", "army", id="who receives it"),
        pytest.param("The camp was hit by rebels, killing two.", "rebels", id="not the victim"),
        pytest.param("Army troops killed nine peasants by mistake.", "army", id="by mistake names nobody"),
        pytest.param("Rebels staged an attack on a checkpoint.", "rebels", id="staged"),
        pytest.param("Members of the Taliban attacked a power station.", "Taliban", id="its members"),
    ],
)
def test_the_actor_of_the_event_did_what_it_did(read_example, text, actor):
    """A deed set in an attack, in gunfire or in a clause of time was done by whoever did that."""
    assert set(read_example(text)[0].outcomes.actor.dropna()) == {actor}


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("Six people were killed in Mosul, including two children.", ["killed: people 6", "> killed: children 2"]),
        ("A group attacked a base with drones and explosives.", ["attacked: base 1"]),
        ("A rifle and a pistol were among the arms recovered.", ["seized: rifle 1", "seized: pistol 1"]),
        ("The storm of shells caused damage to several villages.", ["destroyed: villages 3.."]),
        ("Police seized a pile of munitions.", ["seized: munitions"]),
        ("The number of people killed in the raid had risen to 13.", ["killed: people 13"]),
    ],
)
def test_numbers_and_things_where_they_stand(read_example, text, rows):
    """Parts of a passive's number, means of an attack, lists before their deed, heaps, tolls of those killed."""
    assert rows_of(read_example(text)[0]) == rows


def test_each_teller_has_a_toll(read_example):
    """The toll that another source gives is a row of its own; a fallen soldier is not whom the last raid attacked."""
    text = "Rebels killed seven people, a priest said. The army also put the death toll at seven."
    assert rows_of(read_example(text)[0], "killed") == ["killed: people 7", "killed: death toll 7"]
    text = "The soldiers were attacked at dawn. The dead soldiers were identified as Omar Diallo and Moussa Keita."
    assert rows_of(read_example(text)[0]) == ["attacked: soldiers"]


def test_some_who_sustain_injuries_are_wounded(read_example):
    """ "With some sustaining injuries": the some, not the injuries."""
    text = "The gang escaped after the clash, with others sustaining injuries."
    assert rows_of(read_example(text)[0]) == ["wounded: others"]
