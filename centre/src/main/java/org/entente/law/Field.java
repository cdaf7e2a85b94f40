package org.entente.law;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.entente.kernel.Text;

/// The words of a case file: the name of each field, what may stand in it, and what it is called in a sentence. One name means
/// one thing, wherever in the file it stands.
///
/// @param name the field as in `docs/formats/law.md`
public record Field(String name, Kind kind, Text label) {

    /// What may stand in a field.
    public enum Kind {
        /// ISO 3166-1 alpha-2, or a part of the United Kingdom.
        STATE,
        /// An ISO date between 2010, where the calendars of holidays begin, and 2035; null or false: known not to have happened.
        DAY,
        /// An ISO date between 1900 and 2035: births, and days on which nothing is counted.
        BIRTH,
        FLAG,
        COUNT,
        CODE,
        /// A group of facts, or a series of groups.
        FACTS,
        /// A day, a flag, a code or a group: the rule that reads it says which.
        ANY
    }

    private static final Map<String, Field> ALL = all(
        """
            requestingState|STATE|the requesting state|l’État requérant
            requestedState|STATE|the requested state|l’État requis
            determiningState|STATE|the state that determines responsibility|l’État qui détermine la responsabilité
            transferringState|STATE|the transferring state|l’État qui procède au transfert
            responsibleState|STATE|the responsible state|l’État responsable
            notifyingState|STATE|the notifying state|l’État qui notifie
            notifiedState|STATE|the notified state|l’État notifié
            state|STATE|the state|l’État
            presentIn|STATE|the state where the person is present|l’État où la personne se trouve
            lodgedFirst|STATE|the state of the first application|l’État de la première demande
            firstLodgedState|STATE|the state of the first application|l’État de la première demande
            stateA|STATE|the requested state (A)|l’État requis (A)
            stateB|STATE|the first requesting state (B)|le premier État requérant (B)
            stateC|STATE|the third state (C)|le troisième État (C)
            indicates|STATE|the state that the criteria indicate|l’État que désignent les critères
            acceptedAtoB|DAY|the acceptance by A of the request of B|l’acceptation par A de la requête de B
            absentFromB|DAY|the absence from B|l’absence de B
            abscondNotifiedToA|DAY|the notice to A of the absconding|l’information de A sur la fuite
            newApplicationC|DAY|the new application in C|la nouvelle demande en C
            acceptedAtoC|DAY|the acceptance by A of the request of C|l’acceptation par A de la requête de C
            made|DAY|the making of the application|la présentation de la demande
            applicationMade|DAY|the making of the application|la présentation de la demande
            registered|DAY|the registration of the application|l’enregistrement de la demande
            informalRequest|DAY|the informal request for protection|la demande informelle de protection
            infoReachedCompetentAuthority|DAY|the arrival of the information at the competent authority|l’arrivée des informations à l’autorité compétente
            formalLodging|DAY|the formal lodging|l’introduction formelle
            lodged|DAY|the lodging of the application|l’introduction de la demande
            authority|CODE|the authority that received the application|l’autorité qui a reçu la demande
            massArrival|FLAG|a large number of simultaneous applications|un grand nombre de demandes simultanées
            applications|FACTS|the applications|les demandes
            substantiveDecision|ANY|a decision on the substance|une décision au fond
            firstApplication|ANY|the first application|la première demande
            newApplication|DAY|the new application|la nouvelle demande
            firstDecisionSubstance|DAY|the first decision on the substance|la première décision au fond
            firstApplicationWithdrawnDuringDetermination|ANY|the withdrawal during the determination|le retrait pendant la détermination
            procedure|CODE|the kind of examination|le type d’examen
            dublinArrivalTakenCharge|DAY|the taking charge on the territory|la prise en charge sur le territoire
            eurodacHitCat1|DAY|the Eurodac hit of category 1|le résultat positif Eurodac de catégorie 1
            eurodacHitCat2|DAY|the Eurodac hit of category 2|le résultat positif Eurodac de catégorie 2
            eurodacHitArt17|DAY|the Eurodac hit after a search under Article 17|le résultat positif Eurodac après consultation (article 17)
            eurodacHit|DAY|the Eurodac hit|le résultat positif Eurodac
            eurodacSearched|DAY|the search in Eurodac|la consultation d’Eurodac
            visHit|DAY|the hit in the VIS|le résultat positif du VIS
            basis|CODE|the evidence on which the request rests|les éléments sur lesquels repose la requête
            aware|DAY|the day on which the state became aware|le jour où l’État en a eu connaissance
            eurodacCat2|FACTS|the irregular crossing recorded in Eurodac|le franchissement irrégulier enregistré dans Eurodac
            crossing|ANY|the crossing of the border|le franchissement de la frontière
            sarDisembarkation|FACTS|the disembarkation after a rescue at sea|le débarquement après un sauvetage en mer
            continuousResidence|FACTS|the continuous stay|le séjour continu
            diploma|FACTS|the diploma|le diplôme
            visa|FACTS|the visa|le visa
            residenceDocument|FACTS|the residence document|le titre de séjour
            visaFreeEntry|FACTS|the visa-free entry|l’entrée sans visa
            airportTransit|FACTS|the application in a transit area of an airport|la demande en zone de transit aéroportuaire
            issued|BIRTH|the day of issue|le jour de délivrance
            enabledEntry|FLAG|whether the document enabled the entry|si le document a permis l’entrée
            leftTerritory|ANY|whether and when the person left the territories|si et quand la personne a quitté les territoires
            reEntered|DAY|the new entry|la nouvelle entrée
            validResidenceDocumentOfRequested|ANY|a valid residence document of the requested state|un titre de séjour valable de l’État requis
            otherCriteria|ANY|other criteria|d’autres critères
            dateOfBirth|BIRTH|the date of birth|la date de naissance
            dob|BIRTH|the date of birth|la date de naissance
            age|COUNT|the age at lodging|l’âge à l’introduction
            unaccompanied|FLAG|whether the child is unaccompanied|si le mineur est non accompagné
            unaccompaniedMinor|FLAG|whether the applicant is an unaccompanied child|si le demandeur est un mineur non accompagné
            family|FACTS|the members of the family|les membres de la famille
            relation|CODE|the relation|le lien de parenté
            legallyPresent|FLAG|legal presence|la présence régulière
            legallyResident|FLAG|legal residence|la résidence régulière
            canTakeCare|FLAG|an individual finding that the relative can take care|le constat individuel que le proche peut s’occuper du mineur
            familyProcedure|FACTS|the members of a family whose files go together|les membres d’une famille dont les dossiers vont ensemble
            lodgedWithinDays|COUNT|the days between the applications of the family|les jours entre les demandes de la famille
            bestInterests|ANY|the assessment of the best interests of the child|l’évaluation de l’intérêt supérieur de l’enfant
            writtenConsent|FLAG|the written consent|le consentement écrit
            writtenDesire|FLAG|the wish in writing|le souhait exprimé par écrit
            ground|ANY|the ground relied on|le fondement invoqué
            requestSent|DAY|the sending of the request|l’envoi de la requête
            requestReceived|DAY|the receipt of the request|la réception de la requête
            firstRequestSent|DAY|the sending of the first request|l’envoi de la première requête
            reply|ANY|the reply|la réponse
            replyShowsResponsibilityOf|ANY|the state that the late answer shows to be responsible|l’État que la réponse tardive montre responsable
            negativeReplyReceived|DAY|the receipt of the negative reply|la réception de la réponse négative
            rejectionReceived|DAY|the receipt of the rejection|la réception du refus
            reexamSent|DAY|the request for re-examination|la demande de réexamen
            reexamReply|ANY|the answer to the re-examination|la réponse au réexamen
            infoRequestReceived|DAY|the receipt of the request for information|la réception de la demande d’informations
            infoReplied|DAY|the answer with the information|la réponse avec les informations
            purpose|CODE|the purpose of the request for information|l’objet de la demande d’informations
            urgentReplyAskedBy|DAY|the day by which an urgent reply is asked for|la date demandée pour la réponse urgente
            urgencyGround|CODE|the ground of urgency|le motif d’urgence
            postponementNotified|DAY|the notice that the reply is postponed|l’avis de report de la réponse
            extensionNotified|DAY|the notice of the extension|l’avis de prolongation
            notified|DAY|the notification|la notification
            notificationReceived|DAY|the receipt of the notification|la réception de la notification
            confirmation|ANY|the confirmation|la confirmation
            asOf|DAY|the day of the question|le jour de la question
            accepted|DAY|the acceptance|l’acceptation
            appealFiled|DAY|the appeal|le recours
            appealSuspensive|FLAG|whether the appeal has suspensive effect|si le recours a un effet suspensif
            appealFinal|DAY|the final decision on the appeal|la décision définitive sur le recours
            appealAgainstTransferSuspensive|FLAG|whether the appeal against the transfer has suspensive effect|si le recours contre le transfert a un effet suspensif
            suspensiveEffectEnded|DAY|the end of the suspensive effect|la fin de l’effet suspensif
            firstInstance|FACTS|the first instance|la première instance
            suspended|FLAG|whether the transfer was suspended|si le transfert était suspendu
            suspendedFrom|DAY|the start of the suspension|le début de la suspension
            annulled|ANY|the annulment|l’annulation
            secondInstanceInterimMeasure|ANY|the interim measure at second instance|la mesure provisoire en seconde instance
            secondInstanceFinal|DAY|the final decision at second instance|la décision définitive en seconde instance
            adminSuspension|FACTS|the administrative suspension|la suspension administrative
            traffickingPermitRefused|ANY|the refusal of a trafficking permit|le refus du titre « traite »
            reviewOfPermitRefusal|FACTS|the review of that refusal|le recours contre ce refus
            suspensiveUnderNationalLaw|FLAG|whether national law gives that review suspensive effect|si le droit national rend ce recours suspensif
            filed|DAY|the filing|le dépôt
            decided|DAY|the decision|la décision
            art17Refused|ANY|the refusal under Article 17|le refus de l’article 17
            actionAgainstArt17Refusal|ANY|the action against that refusal|le recours contre ce refus
            imprisonedFrom|DAY|the imprisonment|l’emprisonnement
            imprisonmentNotified|DAY|the notice of the imprisonment|l’information sur l’emprisonnement
            abscondKnown|DAY|the discovery that the person absconded|la constatation de la fuite
            abscondNotified|DAY|the notice of the absconding|l’information sur la fuite
            abscondInformed|DAY|the notice of the absconding|l’information sur la fuite
            availableAgain|DAY|the day on which the person is available again|le jour où la personne est de nouveau disponible
            detainedFrom|DAY|the placing in detention|le placement en rétention
            nationalCapMonths|COUNT|the limit of detention in national law, in months|la durée maximale de rétention en droit national, en mois
            transferred|DAY|the transfer|le transfert
            arrival|DAY|the arrival|l’arrivée
            mode|CODE|the way of the transfer|le mode de transfert
            days|COUNT|the days granted|les jours accordés
            exception7_4|ANY|a ground of Article 7(4)|un motif de l’article 7, § 4
            referralReceived|DAY|the receipt of the referral|la réception de l’orientation
            positiveRG|DAY|the positive reasonable grounds decision|la décision positive « motifs raisonnables »
            conclusiveGrounds|DAY|the conclusive grounds decision|la décision « motifs concluants »
            informedAndChosen|DAY|the information of the person, and the choice|l’information de la personne et son choix
            orderNotified|DAY|the notification of the order|la notification de l’ordonnance
            hours|COUNT|the hours granted|les heures accordées
            from|DAY|the beginning|le début
            to|DAY|the end|la fin
            date|DAY|the day|le jour
            decisionNotified|DAY|the notification of the decision|la notification de la décision
            representativeAppointed|DAY|the appointment of a representative|la désignation d’un représentant
            obstacleEnded|DAY|the end of the obstacle|la fin de l’obstacle
            conciliationOpened|DAY|the opening of conciliation|l’ouverture de la conciliation
            borderRejectionFinal|DAY|the final rejection in the border procedure|le rejet définitif dans la procédure à la frontière
            relocationRequested|DAY|the request for relocation|la demande de relocalisation
            relocationConfirmed|DAY|the confirmation of the relocation|la confirmation de la relocalisation
            formReceived|DAY|the receipt of the transfer form|la réception du formulaire de transfert
            presented|DAY|the day on which the person presented themselves|le jour où la personne s’est présentée
            specialNeeds|FLAG|special needs|des besoins particuliers
            securityThreat|FLAG|a threat to security|une menace pour la sécurité
            groupSize|COUNT|the size of the group|la taille du groupe
            dependency|ANY|the ground of dependency|la cause de la dépendance
            dependant|FACTS|the dependent relative|le proche à charge
            tiesFromOrigin|FLAG|whether the ties existed before|si les liens existaient auparavant
            able|FLAG|whether the relative is able to care|si le proche est capable de soin
            tiesExistedInOrigin|FLAG|whether the ties existed before|si les liens existaient auparavant
            unfitToTravel|FLAG|whether health prevents travel for a significant time|si la santé empêche le voyage pour une période significative
            status|CODE|the status of the relative|le statut du proche
            systemicFlaws|FLAG|a finding of systemic flaws|le constat de défaillances systémiques
            represents|STATE|the state on whose behalf the visa was issued|l’État au nom duquel le visa a été délivré
            married|FLAG|whether the child is married|si le mineur est marié
            spousePresent|FLAG|whether the spouse is present|si le conjoint est présent
            significantRisk|FLAG|an individual finding of a significant risk of absconding|le constat individuel d’un risque non négligeable de fuite
            criteriaInLaw|FLAG|criteria of that risk defined by law|des critères de ce risque définis par la loi
            lesserMeans|FLAG|whether lesser means would do|si une mesure moins coercitive suffirait
            writtenApproval|FLAG|the written approval|l’accord écrit
            explicitConsent|FLAG|the explicit consent|le consentement explicite
            healthProfessionals|FLAG|whether it goes between health professionals|si l’échange a lieu entre professionnels de santé
            vitalInterests|FLAG|vital interests|des intérêts vitaux
            proofCoherent|FLAG|coherent, verifiable and detailed circumstantial evidence|des indices cohérents, vérifiables et détaillés
            interviewHeld|DAY|the personal interview|l’entretien individuel
            representative|FLAG|the presence of a representative|la présence d’un représentant
            reference|CODE|the reference of the message|la référence du message
            finalRejectionElsewhere|DAY|the final rejection in another state|le rejet définitif dans un autre État
            residenceDocumentIssued|DAY|the issue of a residence document|la délivrance d’un titre de séjour
            residenceDocumentIssuedBy|STATE|the state that issued a residence document|l’État qui a délivré un titre de séjour
            removalCarriedOut|DAY|the removal|l’éloignement
            consent|FLAG|the consent|le consentement
            adult|FLAG|whether the person is an adult|si la personne est majeure
            objectionSubstantiated|FLAG|whether the objection gives its reasons|si l’objection est motivée
            overturned|DAY|the overturning of the transfer decision|l’annulation de la décision de transfert
            takenBack|DAY|the taking back|le retour
            outageFrom|DAY|the beginning of the outage|le début de la panne
            guardianshipPending|FLAG|the placing of the child with another person|la remise du mineur à une autre personne
            art17Applied|DAY|the decision under Article 17(1)|la décision au titre de l’article 17, § 1
            recorded|FLAG|the record of the transmission|l’enregistrement de la transmission
            suspensionRequested|DAY|the request for suspension|la demande de suspension
            suspensionDecided|DAY|the decision on the suspension|la décision sur la suspension
            confirmationRequested|DAY|the request for a written confirmation|la demande de confirmation écrite
            objection|ANY|the objection|l’objection
            entryBanFrom|DAY|the entry ban|l’interdiction d’entrée
            uncooperative|FLAG|lack of cooperation or late documents|le défaut de coopération ou des documents tardifs
            number|COUNT|the number of persons|le nombre de personnes
            familyInfoRequested|ANY|the request for information on the family or a dependant|la demande d’informations sur la famille ou une personne à charge
            familyInfoExtended|ANY|the extension of the period for that information|la prolongation du délai pour ces informations
            contactsResumed|ANY|the resumption of contacts|la reprise des contacts
            solutionProposed|ANY|the proposal of a solution|la proposition d’une solution
            decisionTaken|ANY|the taking of the decision|la prise de la décision
            relocationDecided|ANY|the decision on the relocation|la décision de relocalisation
            formAnswered|ANY|the answer to the transfer form|la réponse au formulaire de transfert
            transmitted|ANY|the passing on of the application|la transmission de la demande
            departed|ANY|the departure|le départ
            banLifted|ANY|the end of the entry ban|la fin de l’interdiction d’entrée
            released|ANY|the release|la remise en liberté
            removed|ANY|the removal of the person|l’éloignement de la personne
            emergencyReception|ANY|the provisional emergency reception|l’accueil provisoire d’urgence
            referred|ANY|the referral of the child|l’orientation du mineur
            carriedOut|ANY|the carrying out of the order|l’exécution de l’ordonnance
            """);

    /// What is known of a name.
    static Optional<Field> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /// What a field is called in a sentence; its name where it is none of ours.
    static Text label(String name) {
        var field = ALL.get(name.substring(name.lastIndexOf('.') + 1));
        return field == null ? new Text(name, name) : field.label();
    }

    /// Every field, in the order of the format.
    static Iterable<Field> every() {
        return ALL.values();
    }

    private static Map<String, Field> all(String table) {
        var all = new LinkedHashMap<String, Field>();
        for (var row : table.lines().toList()) {
            var cells = row.split("\\|");
            all.put(cells[0], new Field(cells[0], Kind.valueOf(cells[1]), new Text(cells[2], cells[3])));
        }
        return all;
    }
}
