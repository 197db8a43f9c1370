// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/offline/lexicon.h"

namespace Viral::Offline {

namespace {

constexpr WordList lists[] = {
    {FunctionWord,
     u"a|an|the|and|or|but|if|then|than|so|as|at|by|for|from|in|into|of|off|on|onto|out|over|to|up|with|without|about|"
     u"after|before|because|while|until|between|through|under|is|are|was|were|be|been|being|am|do|does|did|done|doing|"
     u"have|has|had|having|will|would|can|could|shall|should|may|might|must|i|me|my|mine|we|us|our|ours|you|your|yours|"
     u"he|him|his|she|her|hers|it|its|they|them|their|theirs|this|that|these|those|there|here|who|whom|whose|which|"
     u"what|"
     u"when|where|why|how|not|no|nor|yes|all|any|some|each|every|both|either|such|own|same|very|too|just|only|also|"
     u"even|"
     u"again|still|more|most|much|many|few|lot|one|thing|something|anything|nothing|everything|someone|anyone|everyone|"
     u"somebody|anybody|nobody|everybody|really|actually|kind|sort|like|well|okay|ok|yeah|oh|um|uh|hm|mm|hmm|mhm|ugh|"
     u"huh|wow|exactly|absolutely|definitely|it's|that's|he's|"
     u"she's|there's|what's|who's|here's|i'm|i've|i'd|i'll|we're|we've|we'd|we'll|you're|you've|you'd|you'll|they're|"
     u"they've|they'd|they'll|isn't|aren't|wasn't|weren't|don't|doesn't|didn't|can't|couldn't|won't|wouldn't|shouldn't|"
     u"haven't|hasn't|hadn't|let|let's|get|got|go|going|went|gone|come|came|say|said|says|saying|tell|told|know|knew|"
     u"think|thought|mean|make|made|want|wanted|way|back|now|never|ever|always|put|take|took|give|gave|look|see|saw|"
     u"right|good|bad|great|little|big|maybe|probably|already|away|around|down|anyway|though|quite|rather|whole|sure|"
     u"him|himself|herself|myself|yourself|themselves|itself|gonna|wanna|thank|thanks|please|hello|welcome|talk|"
     u"talking"},
    {DanglingEnd,
     u"a|an|the|and|or|but|if|than|so|as|at|by|for|from|in|into|of|on|onto|to|with|without|about|because|while|until|"
     u"between|is|are|was|were|be|been|am|do|does|did|have|has|had|will|would|can|could|should|may|might|must|i|my|we|"
     u"our|you|your|he|his|she|their|they|its|this|these|those|who|which|whose|when|where|that|not|very|just|even|"
     u"really|it's|that's|i'm|i've|we're|you're|they're|there's|he's|she's|also|then|like|every|each|some|any|no"},
    {LeadIn,
     u"so|and|but|um|uh|hm|er|because|then|i mean|you know|you see|i think|i guess|i believe|i suppose|the thing is|"
     u"and so|and then|so then|but then|which means|that's exactly|that is exactly|kind of|sort of|"
     u"as it were"},
    {LeadInComma, u"well|let me ask you|so let me ask "
                  u"you|now|look|listen|okay|ok|right|yeah|yes|no|oh|ah|like|actually|basically|honestly|anyway|also|"
                  u"fine|sure|sorry|of course|exactly|finally|all right|oh no|for example|in fact|to be honest|at the "
                  u"end of the day"},
    {PointsBack, u"that|it|they|exactly|this|those|these|he|she|him|her|them|his|their|which|it's|that's|he's|she's|"
                 u"they're|they'd|they've|he'd|she'd|it'd|it'll|there|same"},
    {LooseOpener, u"so|and|but|or|then|also|because|yes|no|yeah|right|well|oh|okay|ok|anyway|mhm|hm|plus|sure"},
    {RefersBack,
     u"as i said|like i said|as i mentioned|like i mentioned|as we said|as you said|like you said|i just said|"
     u"as i was saying|what you were saying|i mentioned earlier|we talked about|as mentioned"},
    {Emotion,
     u"love|loved|hate|hated|afraid|scared|scary|fear|terrified|terrifying|panic|panicked|angry|anger|furious|rage|cry|"
     u"cried|crying|tears|shaking|ashamed|shame|proud|pride|happy|joy|sad|heartbroken|heartbreaking|hurt|pain|painful|"
     u"grief|lonely|alone|worried|anxious|nervous|excited|exciting|amazed|amazing|beautiful|terrible|horrible|awful|"
     u"disaster|catastrophe|nightmare|crazy|insane|brutal|cruel|cruelest|coward|brave|courage|betrayed|lied|liar|"
     u"guilty|"
     u"regret|forgive|forgiven|forgave|died|dying|die|death|dead|kill|killed|lost|losing|broke|broken|crushed|"
     u"desperate|"
     u"hope|hopeless|miracle|dream|hero|villain|shocked|shocking|stunned|laughed|laughing|scream|screamed|screaming|"
     u"embarrassed|embarrassing|humiliated|wonderful|incredible|unbelievable|sorry|suffer|suffered|failed|failure|"
     u"stupid|ridiculous|disgusting|devastated|devastating|thrilled|relieved|jealous|hilarious|funny"},
    {Intensity,
     u"totally|absolutely|completely|extremely|incredibly|literally|entire|huge|massive|enormous|never|always|"
     u"nobody|everybody|everyone|everything|nothing|forever|every single|whole|at all|insanely|truly"},
    {FirstPerson, u"i|me|my|mine|myself|i'm|i've|i'd|i'll|we|us|our|we're|we've|we'd|we'll|ourselves"},
    {SecondPerson, u"you|your|yours|yourself|you're|you've|you'd|you'll"},
    {Story,
     u"i remember|he said|she said|they said|i said|i told|i asked|and then|one day|one night|one morning|one monday|"
     u"there was|there were|was like|told me|asked me|suddenly|that day|that night|that morning|years ago|"
     u"the first time|the day|when i was|walked in|called me|i thought|a story|the story|what happened|"
     u"picked up the phone|stood up|imagine|growing up|once upon a time|back in"},
    {Contrast, u"but|however|actually|instead|although|though|yet|except|turns out|turned out|the truth is|in fact|"
               u"on the contrary|rather than|not because|even though|on the other hand|whereas"},
    {Superlative,
     u"best|worst|most|least|biggest|smallest|greatest|hardest|easiest|fastest|first|last|only|number one|"
     u"cruelest|strongest|weirdest|craziest|funniest|richest|poorest|youngest|oldest|longest|highest|lowest|"
     u"favorite|favourite|worse"},
    {Unexpected,
     u"turns out|turned out|nobody|never|unexpected|unexpectedly|surprise|surprised|surprising|surprisingly|"
     u"no idea|didn't know|didn't expect|wouldn't believe|can't believe|couldn't believe|believe it or not|"
     u"impossible|strange|weird|suddenly|wrong|opposite|secret|secretly|not one|isn't|wasn't|weren't|instead|"
     u"even though|the truth is|unbelievable|insane|who knew|how is that possible|six hundred|anyway"},
    {Advice,
     u"should|shouldn't|must|lesson|advice|rule|if you want|you have to|you need to|you've got to|you got to|"
     u"the key is|the trick is|the secret is|the point is|make sure|the one thing|the only way|the best way|"
     u"what matters|people who|most people|the difference between|ask yourself|you can't|you don't|always|never"},
    {Imperative, u"don't|never|stop|start|take|go|ask|find|build|keep|give|make|try|be|write|read|learn|think|remember|"
                 u"imagine|forget|choose|pick|always"},
    {Number,
     u"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
     u"eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|"
     u"trillion|percent|dozen|half|twice|double|triple"},
    {Advert,
     u"sponsor|sponsored|supported by|brought to you|promo|promo code|discount|subscribe|subscription|"
     u"housekeeping|free trial|percent off|coupon|show notes|our sponsor|link in the|in the notes|sign up|"
     u"newsletter|patreon|listeners of this show|their support|next episode|rate and review|thank you for listening|"
     u"thanks for listening|welcome back to|welcome to the|my guest today"},
    {Subordinate, u"if|when|while|because|although|though|unless|until|before|after|since|as|which|who|whose|w"
                  u"here|that|than|whether|so|like|such|including|except|with|without|of|to|for|in|on|at|by|from|about|"
                  u"into|through"},
    {Asking,
     u"what|why|how|who|when|where|which|do you|did you|are you|is it|was it|is that|can you|could you|would you|"
     u"have you|tell me|does|did|is there|are there|were you|have they"},
};

constexpr Topic topics[] = {
    {u"Fundraising", u"investor|investors|funding|venture|valuation|pitch|pitched|fundraising"},
    {u"Money",
     u"money|price|prices|dollar|payroll|bank|pay|paid|paying|cost|loan|debt|rent|salary|cash|budget|tax|wealth|"
     u"profit|account|afford|invest|stocks|economy|inflation"},
    {u"Business",
     u"company|companies|founder|customer|product|shop|sell|sold|sales|market|marketing|startup|business|brand|"
     u"store|competitor|revenue|entrepreneur|client|strategy|industry|subscription"},
    {u"Leadership", u"team|hire|hired|hiring|employee|manager|boss|leader|leadership|fire|fired|culture|meeting|office|"
                    u"colleague|ceo|staff"},
    {u"Technology",
     u"computer|software|code|data|algorithm|app|internet|machine|robot|model|ai|"
     u"database|server|cloud|phone|screen|user|website|platform|engineer|engineering|developer|programming"},
    {u"Science",
     u"science|scientist|research|experiment|physics|chemistry|biology|theory|evidence|planet|universe|quantum|"
     u"laboratory|study|studies|evolution|species|brain"},
    {u"Health", u"health|doctor|hospital|disease|medicine|cancer|patient|sleep|diet|exercise|therapy|surgery|drug|sick|"
                u"anxiety|depression|vaccine|nurse"},
    {u"Family",
     u"family|father|mother|dad|mom|mum|son|daughter|child|children|kid|kids|brother|sister|parent|grandfather|"
     u"grandmother|baby|wife|husband|married|marriage"},
    {u"Relationships", u"friend|friendship|relationship|dating|girlfriend|boyfriend|partner|love|divorce|trust"},
    {u"Education",
     u"school|teacher|student|university|college|class|classroom|teach|teaching|homework|exam|degree|course"},
    {u"Politics", u"government|president|election|vote|voter|party|congress|senator|senate|minister|policy|democracy|"
                  u"campaign|political|politics|republican|democrat|council|mayor"},
    {u"Law", u"law|lawyer|court|judge|police|crime|prison|legal|lawsuit|rights|trial|privacy|contract"},
    {u"Sports",
     u"sport|football|soccer|basketball|baseball|coach|player|season|championship|olympics|race|marathon|goal|"
     u"match|athlete|training|gym"},
    {u"Arts",
     u"music|song|album|film|movie|actor|artist|art|book|novel|writer|painting|theater|theatre|band|guitar|poem|"
     u"poetry|director|scene|comedy|comedian"},
    {u"Food",
     u"food|bread|baker|bakers|bakery|bakeries|loaf|dough|kitchen|cook|cooking|restaurant|chef|recipe|eat|eating|"
     u"coffee|meal|croissants|croissant|rye|oven"},
    {u"Travel", u"travel|trip|flight|airport|train|hotel|country|countries|city|abroad|journey|passport"},
    {u"Animals", u"cat|dog|horse|pig|pigs|cow|bird|animal|animals|fish|bear|wolf|snake"},
    {u"Nature", u"climate|forest|ocean|river|mountain|weather|storm|tree|garden|environment|carbon|farm|farmer"},
    {u"History", u"war|soldier|army|century|empire|history|historical|king|queen|revolution"},
    {u"Faith", u"god|church|faith|religion|prayer|bible|spiritual|soul|priest"},
    {u"Grief", u"died|funeral|grief|grieving|mourning"},
};

} // namespace

constinit const Language english{QLatin1StringView("en"), lists, topics};

} // namespace Viral::Offline
